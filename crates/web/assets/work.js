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

  // The municipality's own time, written as its pages write it.
  const clock = () => {
    const { lang } = document.documentElement;
    const at = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' });
    return lang === 'en' ? at : at.replace(':', '.');
  };
  const again = () => {
    says.textContent = says.dataset.fel;
    timer = setTimeout(keep, 15000);
  };

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
        says.textContent = `${says.dataset.sparat} ${clock()}`;
      } else if (answer.type === 'opaqueredirect') {
        says.textContent = says.dataset.utloggad;
      } else if (answer.status === 413) {
        says.textContent = says.dataset.langt;
      } else if (answer.status !== 205) {
        again();
      }
    } catch {
      if (!done) again();
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
  addEventListener('online', () => keep(false));
  addEventListener('pagehide', () => keep(true));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep(true));
  // Back from another page by the browser's own memory: it may be sent again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) done = false;
  });
})();
