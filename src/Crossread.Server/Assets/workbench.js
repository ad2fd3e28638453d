// Small comforts on every view: copying a citation, choosing a day with a slider, a key for the search.
for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.previousElementSibling;
    try {
      await navigator.clipboard.writeText(words.textContent);
      button.textContent = "Copied";
    } catch {
      // Without leave to write the clipboard the words are at least selected.
      getSelection().selectAllChildren(words);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}

const choice = document.querySelector(".asof select");
if (choice && choice.options.length > 1) {
  const form = choice.form;
  const days = [...choice.options].map(option => ({ value: option.value, name: option.textContent }));
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: days.length - 1, step: 1, value: choice.selectedIndex, id: "as-of" });
  const shown = document.createElement("output");
  const show = () => {
    shown.textContent = days[slider.value].name;
    slider.setAttribute("aria-valuetext", days[slider.value].name);
  };
  show();
  slider.addEventListener("input", show);
  slider.addEventListener("change", () => {
    const last = Number(slider.value) === days.length - 1;
    location.href = form.getAttribute("action") + (last ? "" : "?as-of=" + days[slider.value].value);
  });
  form.querySelector("button").remove();
  choice.replaceWith(slider, shown);
}

addEventListener("keydown", event => {
  const search = document.querySelector("input[type=search]");
  if (event.key === "/" && search && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, textarea, select, [contenteditable]")) {
    event.preventDefault();
    search.focus();
  }
});
