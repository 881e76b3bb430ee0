// The keys 1 to 4 choose how a row goes, while the focus is among its choices. All works without it.
(() => {
  for (const told of document.querySelectorAll('.tangenter')) told.hidden = false;
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const group = document.activeElement?.closest('.val');
    const choice = group?.querySelectorAll('.valrad input')[event.key - 1];
    if (!choice) return;
    event.preventDefault();
    choice.focus();
    choice.click();
  });
})();
