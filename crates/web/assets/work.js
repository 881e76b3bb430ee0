// Keeps what somebody types, so that nothing is lost when a page is left. All works without it.
(() => {
  const form = document.querySelector('form[data-utkast]');
  const says = form?.querySelector('[data-fel]');
  if (!says) return;
  const fields = () => new URLSearchParams(new FormData(form)).toString();
  const PAUSE = 1500;
  const AGAIN = 15000;
  // A browser carries no more than 64 KiB of a page that is left.
  const CARRIED = 60000;
  // How long a server may be silent before it counts as gone.
  const PATIENCE = 10000;
  let kept = fields();
  let timer = 0;
  let way = null; // What is on its way.
  let done = false; // The form is sent or thrown away: what comes of it now would be too late.
  let asks = false; // Whether the server is being asked if it is there, before the form goes.
  let sure = false; // It is.

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  };

  const send = (body, more) =>
    fetch(form.dataset.utkast, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
      ...more,
    });

  // What came of it: whether it is to be sent again.
  const told = async (answer, sent) => {
    if (answer.status === 200) {
      kept = sent;
      says.textContent = await answer.text();
    } else if (answer.type === 'opaqueredirect') {
      says.textContent = says.dataset.utloggad;
    } else if (answer.status === 413) {
      says.textContent = says.dataset.langt;
    } else if (answer.status !== 205) {
      says.textContent = says.dataset.fel;
      later(AGAIN);
    }
  };

  const keep = async (leaving = false) => {
    clearTimeout(timer);
    const now = fields();
    if (done || now === kept) return;
    // One at a time, so that what is older never comes after what is newer; who leaves cannot wait.
    if (way && !leaving) {
      later(PAUSE);
      return;
    }
    way?.abort();
    const own = new AbortController();
    way = own;
    try {
      const answer = await send(now, { keepalive: leaving && now.length < CARRIED, signal: own.signal });
      await told(answer, now);
    } catch {
      if (own.signal.aborted) return;
      says.textContent = says.dataset.fel;
      later(AGAIN);
    } finally {
      if (way === own) way = null;
    }
  };

  // Whoever sends a form where there is no net would be taken from it to a page of the browser's own, and
  // what was typed would be gone. So the server is asked first; only silence keeps the form where it is.
  const first = async (button) => {
    if (asks) return;
    asks = true;
    clearTimeout(timer);
    way?.abort();
    try {
      await send(fields(), { signal: AbortSignal.timeout(PATIENCE) });
      sure = true;
    } catch {
      says.textContent = says.dataset.natet;
      later(AGAIN);
    }
    asks = false;
    if (sure) form.requestSubmit(button);
  };

  form.addEventListener('input', () => {
    // Whoever types on has not left, whatever was sent.
    done = false;
    sure = false;
    later(PAUSE);
  });
  // What throws away or takes back must not be followed by what was typed. Who signs out has typed
  // something all the same, and is nobody any more when the page goes.
  addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (target === form && !sure) {
      event.preventDefault();
      first(submitter);
      return;
    }
    if (target !== form && !('slut' in target.dataset)) {
      keep(true);
      return;
    }
    done = true;
    clearTimeout(timer);
    way?.abort();
  });
  addEventListener('online', () => keep());
  addEventListener('pagehide', () => keep(true));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep(true));
  // Back from another page by the browser's own memory: it may be sent again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) done = sure = false;
  });
})();
