// Keeps what somebody types, so that nothing is lost when a page is left. All works without it.
(() => {
  const form = document.querySelector('form[data-utkast]');
  const says = form?.querySelector('[data-sparat]');
  if (!says) return;
  const fields = () => new URLSearchParams(new FormData(form)).toString();
  const PAUSE = 1500;
  let kept = fields();
  let timer = 0;
  let way = null; // What is on its way.
  let done = false; // The form is sent: what comes of it now would be too late.

  const keep = async (leaving) => {
    clearTimeout(timer);
    const now = fields();
    if (done || now === kept) return;
    if (way && !leaving) {
      timer = setTimeout(keep, PAUSE);
      return;
    }
    way = new AbortController();
    try {
      const answer = await fetch(form.dataset.utkast, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: now,
        // A browser carries no more than 64 KiB of a page that is left.
        keepalive: leaving && now.length < 60000,
        redirect: 'manual',
        signal: way.signal,
      });
      if (answer.status === 204) {
        kept = now;
        const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
        says.textContent = `${says.dataset.sparat} ${at}`;
      } else if (answer.status !== 205) {
        says.textContent = answer.type === 'opaqueredirect' ? says.dataset.utloggad : says.dataset.fel;
      }
    } catch {
      if (!done) says.textContent = says.dataset.fel;
    }
    way = null;
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => {
    done = true;
    clearTimeout(timer);
    way?.abort();
  });
  addEventListener('pagehide', () => keep(true));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep(true));
  // Back from another page by the browser's own memory: it may be sent again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) done = false;
  });
})();
