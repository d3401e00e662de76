/*
 * Small help for a clerk who works with the keyboard; every page works without it.
 *   /            into the search field
 *   ↓ ↑ Enter    through the rows of a result list ([data-rows]) and into the chosen one
 * Buttons: [data-print] prints the page, form[data-ask] asks before it is sent, select[data-send] sends its form.
 */
(() => {
  'use strict';

  const writing = (target) => target.matches('input, textarea, select') || target.isContentEditable;

  const rowsOf = (list) =>
    [...list.querySelectorAll('tbody tr')].filter((row) => row.querySelector('a[href]'));

  function choose(list, step) {
    const rows = rowsOf(list);
    if (rows.length === 0) return;
    const now = rows.findIndex((row) => row.classList.contains('chosen'));
    const next = Math.min(rows.length - 1, Math.max(0, now + step));
    rows.forEach((row, index) => row.classList.toggle('chosen', index === next));
    rows[next].querySelector('a[href]').focus({ preventScroll: true });
    rows[next].scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const list = document.querySelector('[data-rows]');
    if (event.key === '/' && !writing(event.target)) {
      const search = document.querySelector('[data-search]');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (list && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const fromSearch = event.target.matches('[data-search]');
      if (writing(event.target) && !fromSearch) return;
      event.preventDefault();
      choose(list, event.key === 'ArrowDown' ? 1 : -1);
    }
  });

  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('[data-rows] tbody tr');
    if (!row) return;
    rowsOf(row.closest('[data-rows]')).forEach((each) => each.classList.toggle('chosen', each === row));
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) window.print();
  });

  document.addEventListener('submit', (event) => {
    const question = event.target.getAttribute('data-ask');
    if (question && !window.confirm(question)) event.preventDefault();
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('select[data-send]')) event.target.form.requestSubmit();
  });
})();
