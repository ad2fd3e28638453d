// What happens on the workbench while a view is open: how far an addition is, that a story has new reports, what is new.
const events = new EventSource("/api/v1/events");
addEventListener("pagehide", () => events.close());

const progress = document.getElementById("progress");
if (progress && !["done", "failed"].includes(progress.dataset.state)) {
  const told = addition => {
    if (String(addition.id) !== progress.dataset.addition) return;
    if (addition.state === "done" || addition.state === "failed") {
      events.close();
      location.reload();
      return;
    }
    progress.querySelector("[role=status]").textContent = addition.inWords;
    const bar = progress.querySelector("progress");
    bar.max = Math.max(1, addition.total);
    bar.value = addition.read;
  };
  events.addEventListener("addition", event => told(JSON.parse(event.data)));
  // What happened before the stream was open is asked for once.
  events.addEventListener("hello", async () => told(await (await fetch("/api/v1/additions/" + progress.dataset.addition)).json()));
}

const story = document.querySelector("[data-story]");
if (story) {
  events.addEventListener("story", event => {
    if (JSON.parse(event.data).id === story.dataset.story) tell("This story has changed.");
  });
}
if (document.querySelector("[data-news]")) events.addEventListener("news", () => tell("There is something new."));

function tell(words) {
  if (document.querySelector(".fresh")) return;
  const note = Object.assign(document.createElement("p"), { className: "fresh", textContent: words + " " });
  note.setAttribute("role", "status");
  note.append(Object.assign(document.createElement("a"), { href: location.href, textContent: "Load it again" }));
  note.lastChild.addEventListener("click", event => { event.preventDefault(); location.reload(); });
  document.body.append(note);
}
