// Sets the theme before the first paint. A file of its own because the content policy allows no inline script.
(function () {
  var stored = null;
  try {
    stored = localStorage.getItem("gatehouse.theme");
  } catch (refused) {
    // Without storage the device decides.
  }
  var isDark = stored === "dark" || (stored !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
})();
