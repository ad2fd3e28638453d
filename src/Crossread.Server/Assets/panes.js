// Evidence panes: a link to words opens the report beside the line, two at most; without room for that, or without scripts, it leads down the page.
const wide = matchMedia("(min-width: 60.01rem)");
const panes = Object.assign(document.createElement("aside"), { className: "panes", hidden: true });
panes.setAttribute("aria-label", "Reports beside the page");
document.body.append(panes);
let from = null;

document.addEventListener("click", event => {
  const link = event.target.closest("a.cite");
  if (!link || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey || panes.contains(link)) return;
  const [report] = link.hash.slice(1).split("-");
  const source = document.getElementById(report);
  if (!source?.classList.contains("report")) return;
  event.preventDefault();
  from = link;
  open(source, link.hash.slice(1));
});

addEventListener("keydown", event => {
  if (event.key === "Escape" && panes.childElementCount > 0) close(panes.lastElementChild);
});

function open(source, words) {
  for (const pane of panes.children) {
    if (pane.dataset.report === source.id) pane.remove();
  }
  if (panes.childElementCount === 2) panes.firstElementChild.remove();
  const held = document.querySelector(`#held [data-view="${source.id}"]`)?.dataset.report;
  const pane = Object.assign(document.createElement("section"), { className: "pane" });
  pane.dataset.report = source.id;
  const head = document.createElement("header");
  const title = Object.assign(document.createElement("h2"), { tabIndex: -1, textContent: source.querySelector("h3").textContent.trim() });
  const shut = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  shut.setAttribute("aria-label", "Close " + title.textContent);
  shut.addEventListener("click", () => close(pane));
  const ways = document.createElement("p");
  const span = /-(\d+)-(\d+)$/.exec(words);
  if (held) {
    ways.append(Object.assign(document.createElement("a"), { href: "/reports/" + held, textContent: "The report" }));
    if (span) ways.append(Object.assign(document.createElement("a"), { href: `/reports/${held}/words/${span[1]}-${span[2]}`, textContent: "Cite these words" }));
  }
  head.append(title, shut, ways);
  const text = source.querySelector(".text").cloneNode(true);
  text.tabIndex = 0;
  for (const back of text.querySelectorAll(".back")) back.remove();
  let place = null;
  for (const part of text.querySelectorAll("[id]")) {
    if (part.id === words) place = part;
    part.removeAttribute("id");
  }
  pane.append(head, text);
  panes.append(pane);
  arrange();
  title.focus({ preventScroll: true });
  if (place) {
    place.classList.add("cited");
    text.scrollTop = place.offsetTop - text.offsetTop - text.clientHeight / 3;
  }
}

function close(pane) {
  pane.remove();
  arrange();
  (panes.querySelector(".pane:last-child h2") ?? from)?.focus();
}

// The page keeps clear of the panes.
function arrange() {
  const count = panes.childElementCount;
  panes.hidden = count === 0;
  panes.classList.toggle("one", count === 1);
  document.body.classList.toggle("beside1", count === 1);
  document.body.classList.toggle("beside2", count === 2);
}
