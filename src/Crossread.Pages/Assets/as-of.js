// The slider: shows what was known by a day. The server worked out for every part of the page on which days it is there.
(() => {
  const box = document.getElementById("as-of"), range = box.querySelector("input"), said = box.querySelector("output");
  const days = [...box.querySelectorAll("option")].map(o => o.label);
  const parts = [...document.querySelectorAll("[data-on]")].map(part => [part, part.dataset.on.split(" ").filter(r => r).map(r => r.split("-").map(Number))]);
  const show = () => {
    const at = Number(range.value);
    for (const [part, on] of parts) {
      const there = on.some(r => at >= r[0] && at <= r[r.length - 1]);
      part.toggleAttribute("hidden", !there);
      part.classList.toggle("fresh", there && at > 0 && on[0][0] === at);
    }
    said.textContent = days[at];
    range.setAttribute("aria-valuetext", days[at]);
  };
  range.value = range.max;
  range.addEventListener("input", show);
  box.hidden = false;
})();
