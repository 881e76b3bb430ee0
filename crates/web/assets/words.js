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

  // The whole page is the answer. It is read as a document, for which no text is trusted to be HTML.
  const told = (answer) => {
    const now = answer.response?.getElementById('prov');
    // What says the same is not read aloud again.
    if (now && now.innerHTML !== found.innerHTML) found.replaceChildren(...now.childNodes);
  };

  // Nobody answers, or what was asked is old: then what was found before stands there.
  const ask = () => {
    asked?.abort();
    asked = new XMLHttpRequest();
    asked.open('POST', form.action);
    asked.responseType = 'document';
    asked.addEventListener('load', ({ target }) => told(target));
    const fields = new URLSearchParams(new FormData(form));
    fields.set(button.name, button.value);
    asked.send(fields);
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
})();
