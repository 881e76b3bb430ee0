// Starts the built program on free ports, and a browser without scripts of anybody's.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** The two sites as of a day, and how to stop them. */
export async function sites(binary, today) {
  const data = mkdtempSync(join(tmpdir(), 'riktning-'));
  const any = '127.0.0.1:0';
  const args = ['demo', '--data', data, '--listen', any, '--listen-example', any, '--today', today];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LC_ALL: 'C' } });
  const found = [];
  // Those who work in the invented town: the one-time password of each, by the name to sign in with.
  const people = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const address = line.match(/http:\/\/\S+/);
    if (address) found.push(address[0]);
    const person = line.match(/(\w+) +([a-z0-9]{4}(?:-[a-z0-9]{4}){3})$/);
    if (person) people[person[1]] = person[2];
    if (Object.keys(people).length === 10) break;
  }
  if (found.length < 2) throw new Error('the program did not say where it answers');
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { real: found[0], invented: found[1], people, stop };
}

export const browser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** Runs `work` on every item, a few at a time. */
export async function each(items, atOnce, work) {
  const waiting = [...items];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
  }));
}
