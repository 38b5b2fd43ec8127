/**
 * The script of the setup page: refuses a file that is too large before it is sent. Without scripts the server refuses it with
 * the same words. It reads the limit and the words from the page.
 */
export const fileSizeScript = `for (const input of document.querySelectorAll('input[data-max-bytes]')) {
  const note = document.getElementById(input.dataset.problem);
  const check = () => {
    const file = input.files[0];
    const isTooLarge = file !== undefined && file.size > Number(input.dataset.maxBytes);
    note.hidden = !isTooLarge;
    if (isTooLarge) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    return !isTooLarge;
  };
  input.addEventListener('change', check);
  input.form.addEventListener('submit', (event) => {
    if (check()) return;
    event.preventDefault();
    input.focus();
  });
}`;
