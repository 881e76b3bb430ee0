// Asks a device for a passkey, where the browser can and the address is right. All else works without it.
(() => {
  const { adress } = document.currentScript.dataset;
  const Key = window.PublicKeyCredential;
  if (location.origin !== adress || !Key?.parseRequestOptionsFromJSON || !Key.parseCreationOptionsFromJSON) return;
  for (const part of document.querySelectorAll('[data-kan]')) part.hidden = false;
  for (const part of document.querySelectorAll('[data-kan-inte]')) part.hidden = true;
  const form = document.querySelector('form[data-passnyckel]');
  if (!form) return;
  // A passkey comes first where there can be one.
  document.querySelector('[data-sedan]')?.classList.add('lugn');
  const says = form.querySelector('[data-fel]');
  let busy = false;

  // Whoever signs in is asked when they press: a page that is only looked at asks for nothing.
  const signed = async () => {
    const answer = await fetch(form.dataset.fraga, { method: 'POST', redirect: 'manual' });
    if (!answer.ok) throw new Error(answer.status);
    const { fraga, val } = await answer.json();
    form.elements.fraga.value = fraga;
    return navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(val) });
  };
  const made = () =>
    navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(JSON.parse(form.dataset.val)) });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    says.hidden = true;
    says.textContent = '';
    try {
      const key = await (form.dataset.val ? made() : signed());
      form.elements.svar.value = JSON.stringify(key);
      form.submit();
    } catch {
      says.textContent = says.dataset.fel;
      says.hidden = false;
    } finally {
      busy = false;
    }
  });
})();
