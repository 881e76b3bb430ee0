// A real server of mail for tests: takes letters, or says no in the way that it is told to.
//
// Usage: node smtp-peer.mjs CERTIFICATE KEY [plain]. Says "port N" when it listens, and then for each
// letter one line of JSON. A line on its standard input says what to do from then on:
//   take              take every letter (as it begins)
//   later TEXT        answer 451 TEXT after the letter
//   refuse TEXT       answer 550 TEXT after the letter
//   unknown TEXT      answer 550 TEXT to the recipient
//   lose              take the letter, and cut the line before the answer
//   hold              take the letter, and answer when the next line comes
//   cut               cut the line when the recipient is named
//   only DOMAIN VERB TEXT   the same for one receiving domain; others are taken
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";

const [certificate, key, plain] = process.argv.slice(2);
let rules = [];
let held = [];

function rule(address) {
  const domain = address.split("@").pop();
  const own = rules.find((r) => r.domain === domain);
  return own ?? rules.find((r) => r.domain === "") ?? { verb: "take", text: "" };
}

function answer(code, text) {
  const error = new Error(text);
  error.responseCode = code;
  return error;
}

function cut() {
  for (const connection of server.connections) connection._socket.destroy();
}

const server = new SMTPServer({
  cert: readFileSync(certificate),
  key: readFileSync(key),
  hideSTARTTLS: plain === "plain",
  disabledCommands: plain === "plain" ? ["STARTTLS"] : [],
  disableReverseLookup: true,
  authOptional: true,
  closeTimeout: 100,
  onAuth(auth, _session, done) {
    if (auth.username === "riktning" && auth.password === "hemligt") {
      return done(null, { user: auth.username });
    }
    return done(answer(535, "5.7.8 Wrong name or password"));
  },
  onMailFrom(address, _session, done) {
    return done(
      address.address.startsWith("nekad@") ? answer(550, "5.7.1 Not from you") : undefined,
    );
  },
  onRcptTo(address, _session, done) {
    const { verb, text } = rule(address.address);
    if (verb === "cut") return cut();
    return done(verb === "unknown" ? answer(550, text) : undefined);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((one) => one.address);
      const { verb, text } = rule(to[0]);
      const letter = {
        from: session.envelope.mailFrom.address,
        to,
        secure: session.secure,
        user: session.user ?? null,
        verb,
        raw: Buffer.concat(parts).toString("latin1"),
      };
      process.stdout.write(`${JSON.stringify(letter)}\n`);
      if (verb === "lose") {
        return cut();
      }
      if (verb === "hold") return held.push(() => done(null, "2.0.0 Taken"));
      if (verb === "later") return done(answer(451, text));
      if (verb === "refuse") return done(answer(550, text));
      return done(null, "2.0.0 Taken");
    });
  },
});

// A line that is cut is what a test asks for.
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`port ${server.server.address().port}\n`);
});

createInterface({ input: process.stdin })
  .on("line", (line) => {
    let [verb, ...rest] = line.split(" ");
    let domain = "";
    if (verb === "only") [domain, verb, ...rest] = rest;
    rules = rules.filter((r) => r.domain !== domain);
    rules.push({ domain, verb, text: rest.join(" ") });
    process.stdout.write("heard\n");
    for (const answers of held.splice(0)) answers();
  })
  .on("close", () => process.exit(0));
