/* Sets the theme before the first paint. A classic script in the head, because the content security policy forbids
   inline ones. The page keeps it up to date from there (src/ui/shell/useAppearance.ts). */
(function () {
  var settings = {};
  try {
    settings = JSON.parse(localStorage.getItem('splitscape.settings.1')) || {};
  } catch (error) {
    // Storage is blocked or damaged: the system's theme it is.
  }
  var system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  var root = document.documentElement;
  root.dataset.theme = settings.theme === 'light' || settings.theme === 'dark' ? settings.theme : system;
  root.dataset.projector = settings.projector === true ? 'true' : 'false';
})();
