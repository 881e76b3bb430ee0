// The keys 1 to 4 choose how a row goes, while the focus is among its choices, and Ctrl and Enter send what is written.
// All works without it.
(() => {
  for (const told of document.querySelectorAll('.tangenter')) told.hidden = false;
  const chooses = (event) => {
    const group = document.activeElement?.closest('.val');
    const choice = /^[1-9]$/.test(event.key) && group?.querySelectorAll('.valrad input')[event.key - 1];
    if (!choice || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choice.focus();
    choice.click();
  };
  const sends = (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    document.querySelector('form[data-utkast] [name=gor][value=skicka]')?.click();
  };
  addEventListener('keydown', (event) => {
    chooses(event);
    sends(event);
  });
})();
