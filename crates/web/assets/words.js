// Tells what is found of the words while they are typed: what the button tells that tries them. All works without it.
(() => {
  const button = document.querySelector('form [name=prova]');
  const found = document.getElementById('prov');
  if (!button || !found) return;
  const form = button.form;
  const PAUSE = 700;
  let timer = 0;
  let asked = null;
  button.hidden = true;

  const ask = async () => {
    asked?.abort();
    const own = new AbortController();
    asked = own;
    const fields = new URLSearchParams(new FormData(form));
    fields.set(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual', signal: own.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById('prov');
      // What says the same is not read aloud again.
      if (now && now.innerHTML !== found.innerHTML) found.replaceChildren(...now.childNodes);
    } catch {
      // Nobody answers, or what was asked is old: what was found before stands there.
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
})();
