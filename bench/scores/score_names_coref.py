"""Who is who across reports: names of people, organisations and places against NewsWCL50 or MEANTIME.

usage: score_names_coref.py newswcl50 FOLDER | meantime FOLDER [--errors N]      (FOLDER/intra_cross-doc_annotation/corpus_*; FOLDER/event_*)
Runs `crossread read --as json` over the reports of each story (NewsWCL50: an event; MEANTIME: a corpus) and compares who is who across all of them.

What is counted: gold mentions that are names.
  NewsWCL50: codes of ACTOR where the mention holds a word of the code (its name), and of COUNTRY where the mention is the country's name or
    its capital's (the codes also hold everything that stands for an actor or a country; those mentions are left out).
  MEANTIME: entity mentions of syntactic type NAM or PRE.NAM whose instance is a person, an organisation or a place.
A gold mention takes the entity of the crossread name that overlaps it most; without one it is an entity of its own.
  found     share of gold mentions that some name overlaps
  B-cubed   Bagga and Baldwin 1998, precision, recall and F1 averaged over gold mentions
  MUC       Vilain et al. 1995 (links);  CEAFe  Luo 2005 (entities, phi 4, greedy assignment from the largest overlap)
  CoNLL     mean of the three F1
"""
import collections
import csv
import glob
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

COMMAND = shlex.split(os.environ.get("CROSSREAD", "dotnet run --project src/Crossread.Cli -c Release --no-build --"))
COUNTRY_NAMES = {
    "USA": "united states|u.s.|us|usa|america|u.s|the united states|united states of america", "PRK": "north korea|north|pyongyang|dprk", "KOR": "south korea|south|seoul",
    "RUS": "russia|moscow|russian federation", "IRN": "iran|tehran", "JPN": "japan|tokyo", "CHN": "china|beijing", "FRA": "france|paris", "SYR": "syria", "GBR": "britain|united kingdom|u.k.|uk",
    "ISR": "israel", "SAU": "saudi arabia", "DEU": "germany"}


def prf(p, r):
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def sets(labels):
    out = collections.defaultdict(set)
    for i, label in enumerate(labels):
        out[label].add(i)
    return list(out.values())


def bcubed(gold, got):
    g, s = {}, {}
    for c in sets(gold):
        g.update(dict.fromkeys(c, c))
    for c in sets(got):
        s.update(dict.fromkeys(c, c))
    n = len(gold) or 1
    return prf(sum(len(g[i] & s[i]) / len(s[i]) for i in g) / n, sum(len(g[i] & s[i]) / len(g[i]) for i in g) / n)


def muc(gold, got):
    def links(a, b):
        right = total = 0
        for c in sets(a):
            right += len(c) - len({b[i] for i in c})
            total += len(c) - 1
        return right / total if total else 0.0
    return prf(links(got, gold), links(gold, got))


def ceafe(gold, got):
    a, b = sets(gold), sets(got)
    where = {i: n for n, c in enumerate(b) for i in c}
    pairs = {(n, where[i]) for n, c in enumerate(a) for i in c}
    scored = sorted(((2 * len(a[x] & b[y]) / (len(a[x]) + len(b[y])), x, y) for x, y in pairs), key=lambda t: (-t[0], t[1], t[2]))
    used, taken, total = set(), set(), 0.0
    for score, x, y in scored:
        if x not in used and y not in taken:
            used.add(x), taken.add(y)
            total += score
    return prf(total / len(b) if b else 0, total / len(a) if a else 0)


def meantime(folder):
    """Stories: (name, [(file name, text, [(start, end, gold label)])])."""
    for corpus in sorted(glob.glob(os.path.join(folder, "intra_cross-doc_annotation", "corpus_*"))):
        docs = []
        for path in sorted(glob.glob(os.path.join(corpus, "*.xml"))):
            root = ET.parse(path).getroot()
            text, at, sentence = "", {}, None
            for t in root.iter("token"):
                text += "" if sentence is None else "\n\n" if t.get("sentence") != sentence and int(t.get("sentence")) <= 2 else " "
                sentence = t.get("sentence")
                at[t.get("t_id")] = (len(text), len(text) + len(t.text or ""))
                text += t.text or ""
            label = {}
            entities = {e.get("m_id"): e for e in root.iter("ENTITY")}
            for link in root.iter("REFERS_TO"):
                target = link.find("target").get("m_id")
                if target in entities:
                    e = entities[target]
                    if (e.get("ent_type") or "")[:3] in ("PER", "ORG", "LOC"):
                        for s in link.findall("source"):
                            label[s.get("m_id")] = e.get("instance_id") or os.path.basename(path) + target
            mentions = []
            for m in root.iter("ENTITY_MENTION"):
                tokens = [at[a.get("t_id")] for a in m.findall("token_anchor")]
                if m.get("syntactic_type") in ("NAM", "PRE.NAM") and tokens and m.get("m_id") in label:
                    mentions.append((min(t[0] for t in tokens), max(t[1] for t in tokens), label[m.get("m_id")]))
            docs.append((os.path.basename(path)[:-4], text, mentions))
        yield os.path.basename(corpus), docs


def newswcl50(folder):
    rows = list(csv.DictReader(open(os.path.join(folder, "Annotations.csv"), encoding="utf-8")))
    for event in sorted(glob.glob(os.path.join(folder, "event_*"))):
        docs = []
        for path in sorted(glob.glob(os.path.join(event, "*.txt"))):
            text = open(path, encoding="utf-8").read()
            name = os.path.basename(path).split(".")[0]
            number, publisher = name.split("_")
            mentions, used = [], collections.Counter()
            own = [r for r in rows if r["event_id"] == number and r["publisher_id"] == publisher]
            own.sort(key=lambda r: (int(r["paragraph"]), int(r["sentence"]), int(r["start"])))
            last = 0
            for r in own:
                words = r["code_mention"].strip()
                if r["code_type"] not in ("ACTOR", "COUNTRY") or not re.search(r"[A-Z]", words):
                    continue
                if r["code_type"] == "COUNTRY" and words.lower() not in COUNTRY_NAMES.get(r["code_name"], "").split("|"):
                    continue
                name_words = re.findall(r"\w+", r["code_name"].split("\\")[-1]) + (["Kim"] if "PRK" in r["code_name"] else ["Xi"] if "Jinping" in r["code_name"] else [])
                inside = [m.span() for m in re.finditer(r"(?<!\w)(?:" + "|".join(name_words) + r")(?!\w)", words)]
                if r["code_type"] == "ACTOR" and not inside:
                    continue
                pattern = r"(?<!\w)" + r"\W+".join(re.escape(w) for w in re.findall(r"\w+", words)) + r"(?!\w)"
                hits = [m.span() for m in re.finditer(pattern, text)]
                later = [h for h in hits if h[0] >= last and (h, ) not in used]
                if not later:
                    continue
                span = later[0]
                used[(span,)] += 1
                last = span[0]
                code = r["code_name"].split("\\")[-1] if r["code_type"] == "ACTOR" else r["code_name"]
                code = {"Jong Un": "Kim", "Moon Jae": "Moon"}.get(code, code)
                if r["code_type"] == "ACTOR" and text[span[0]:span[1]] == words:
                    span = span[0] + inside[0][0], span[0] + inside[-1][1]
                mentions.append((span[0], span[1], r["code_type"] + " " + code))
            docs.append((name, text, mentions))
        yield os.path.basename(event), docs


def read(docs):
    with tempfile.TemporaryDirectory() as folder:
        for name, text, _ in docs:
            open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8").write(text)
        done = subprocess.run(COMMAND + ["read", "--as", "json", folder], capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr.decode("utf-8", "replace")[-2000:])
        story = json.loads(done.stdout.decode("utf-8"))
    return {os.path.basename(r["file"])[:-4]: r for r in story["reports"]}, {e["id"]: e for e in story["entities"]}


def marks(text):
    """Positions of the characters that are no white space: the same in the gold text and in what comes back."""
    return [i for i, c in enumerate(text) if not c.isspace()]


def carry(gold_text, got_text):
    """A function from an offset of the gold text to one of the text that came back (code points), or None."""
    a, b = marks(gold_text), marks(got_text)
    index = {p: n for n, p in enumerate(a)}
    if [gold_text[i] for i in a] == [got_text[i] for i in b]:
        return lambda p: b[index[p]] if p in index else None
    import difflib
    words = lambda t: [(m.group(), m.start()) for m in re.finditer(r"\w+|[^\w\s]", t)]
    x, y = words(gold_text), words(got_text)
    to = {}
    for i, j, n in difflib.SequenceMatcher(None, [w for w, _ in x], [w for w, _ in y], autojunk=False).get_matching_blocks():
        for k in range(n):
            for c in range(len(x[i + k][0])):
                to[x[i + k][1] + c] = y[j + k][1] + c
    return to.get


def main():
    kind, folder = sys.argv[1:3]
    show = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    all_gold, all_got, found, lost = [], [], 0, 0
    for story, docs in {"meantime": meantime, "newswcl50": newswcl50}[kind](folder):
        reports, entities = read(docs)
        gold, got, words = [], [], []
        for name, text, mentions in docs:
            r = reports.get(name)
            to = carry(text, r["text"]) if r else lambda p: None
            utf16 = [0]
            for c in (r["text"] if r else ""):
                utf16.append(utf16[-1] + (2 if ord(c) > 0xFFFF else 1))
            for start, end, label in mentions:
                first, last = to(start), to(end - 1)
                if first is None or last is None:
                    lost += 1
                    continue
                span = utf16[first], utf16[last] + 1
                best = max(((min(span[1], n["span"][1]) - max(span[0], n["span"][0]), -n["span"][0], n["entity"]) for n in r["names"]), default=(0, 0, None))
                gold.append(f"{story} {label}")
                hit = best[0] > 0 and best[2] is not None
                found += hit
                got.append(f"{story} {best[2]}" if hit else f"{story} {name} {start}")
                words.append((text[start:end], entities[best[2]]["name"] if hit else "-"))
        b = bcubed(gold, got)
        print("{:14} {:4} mentions {:4} entities  B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(story, len(gold), len(set(gold)), *b))
        if show:
            by = collections.defaultdict(collections.Counter)
            rev = collections.defaultdict(collections.Counter)
            for g, (w, e), s in zip(gold, words, got):
                by[g][e] += 1
                rev[s + " " + e][g] += 1
            for g, c in sorted(by.items(), key=lambda x: -sum(x[1].values()))[:show]:
                if len(c) > 1:
                    print("    split ", g, dict(c.most_common(8)))
            for s, c in sorted(rev.items(), key=lambda x: -sum(x[1].values()))[:show]:
                if len(c) > 1:
                    print("    merged", s, dict(c.most_common(8)))
        all_gold += gold
        all_got += got
    print(f"{kind}: {len(all_gold)} mentions, found {found / max(1, len(all_gold)):.3f}, not in the clean text {lost}")
    total = 0
    for name, metric in (("B-cubed", bcubed), ("MUC", muc), ("CEAFe", ceafe)):
        p, r, f = metric(all_gold, all_got)
        total += f
        print("{:8} P {:.4f} R {:.4f} F1 {:.4f}".format(name, p, r, f))
    print("CoNLL    F1 {:.4f}".format(total / 3))


main()
