"""Scores events: type, source, target on PLOVER and PETRARCH records; participants on MEANTIME; relations on re3d.

usage: score_events.py SET PATH [--errors]     SET is plover, petrarch, meantime or re3d
Uses the Release build of the command (or the command in CROSSREAD), run from the project's root.

plover: a record is one sentence with one coded event; where its source and target are one list (SRC/TAR), each member counts on either side.
  type     right: records in which an event of the gold type is found; predicted: different types found, counted a record; gold: records. P, R, F1.
           A record in which more happens than was coded counts against precision.
  chosen event of a record: the one of the gold type, else the first; of several of the type, the one that shares most words.
  source, target   words: records whose gold side is filled and whose chosen event has on that side a phrase that shares a word with the gold phrase
           (letters and digits, folded, without "the", "of" and their like; a country and its adjective are not one word), of all records with that side filled in the gold.
  all      records with the right type and every filled side right.
petrarch: the same for types, over CAMEO roots as PLOVER types (01 left out; 02 DEMAND; 20 FIGHT; 087x RETREAT), records may have none or several events.
  none     records without gold event in which none is found.
meantime: (the first sentences of each article are annotated; what stands behind the last gold event is left out) events of the gold that the program finds too (trigger's words overlap) and their participants (Arg0 actor, Arg1 and Arg2 recipient).
  actor, recipient   right: the program's phrase holds the head word of a gold phrase (its last word before a preposition, a comma or a bracket, company endings off), or that of
           another gold phrase for the same entity (the program gives a name where the text has a pronoun); precision over the events found in both that have that side filled by the program, recall over those filled in the gold.
re3d: relations FightingAgainst, AlliesOf, InChargeOf (commands), BelongsTo (member of), CommWith (meets, negotiates with), CoLocated (located at) between
  two entities of one document against the program's relations; a relation is right if kind and both ends agree by a shared word, direction free for
  FightingAgainst, AlliesOf, CommWith, CoLocated. Precision counts only the program's relations between words that the gold marks as entities of that document.
"""
import collections
import glob
import json
import os
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET

COMMAND = shlex.split(os.environ.get("CROSSREAD", "dotnet artifacts/bin/Crossread.Cli/release/Crossread.Cli.dll"))
SMALL = set("the a an of and in on at to for from by with s his her its their he she it they".split())
CAMEO = {"02": "DEMAND", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE", "09": "INVESTIGATE", "10": "DEMAND",
         "11": "DISAPPROVE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "FIGHT", "20": "FIGHT"}
RELATIONS = {"FightingAgainst": "fights", "AlliesOf": "allied with", "InChargeOf": "commands", "BelongsTo": "member of", "CommWith": "meets", "CoLocated": "located at"}
EITHER_WAY = {"fights", "allied with", "meets", "located at"}


def annotate(documents):
    lines = "".join(json.dumps(dict(d, clean=False), ensure_ascii=False) + "\n" for d in documents)
    done = subprocess.run(COMMAND + ["annotate", "--input", "jsonl", "--as", "jsonl", "-"], input=lines.encode("utf-8"), capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr.decode("utf-8", "replace")[-2000:])
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines() if line.strip()]


def cut(text, span):
    return text.encode("utf-16-le")[2 * span[0]: 2 * span[1]].decode("utf-16-le", "replace") if span else ""


def words(phrase):
    return {w for w in re.findall(r"[^\W_]+", phrase.lower().replace(".", "")) if w not in SMALL}


def prf(right, predicted, gold):
    p, r = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0.0:.3f}  ({right} of {gold} gold, {predicted} found)"


def phrases(side):
    """The actor texts of one side; a side written as a plain word is an error of the record and counts as empty."""
    return [a.get("actorText") or "" for a in side if isinstance(a, dict)] if isinstance(side, list) else []


def plover(path, show):
    gold = json.load(open(os.path.join(path, "gold.json"), encoding="utf-8"))
    rows = annotate([{"id": f"{i}", "text": g["text"].strip()} for i, g in enumerate(gold)])
    types, sides, right_all, filled_all = [0, 0, 0], collections.Counter(), 0, 0
    errors = collections.Counter()
    for g, row in zip(gold, rows):
        text, found = row["text"], row["events"]
        sources, targets = phrases(g.get("source")), phrases(g.get("target"))
        wanted = {"actor": words(" ".join(sources)), "recipient": words(" ".join(targets))}
        shared = "SRC/TAR" in g.get("textInfo", {}).get("markup", "") if isinstance(g.get("textInfo"), dict) else False
        if shared:
            wanted = dict.fromkeys(wanted, wanted["actor"] | wanted["recipient"])
        kinds = {e["type"] for e in found}
        types[0] += g["event"] in kinds
        types[1] += len(kinds)
        types[2] += 1

        def fits(e):
            return sum(bool(words(cut(text, e[k])) & wanted[k]) for k in wanted)
        chosen = max(found, key=lambda e: (e["type"] == g["event"], fits(e)), default=None)
        good = bool(chosen) and chosen["type"] == g["event"]
        for key, side in (("actor", "source"), ("recipient", "target")):
            if key == "recipient" and shared and not targets or not wanted[key]:
                continue
            sides[side + " gold"] += 1
            hit = bool(chosen) and bool(words(cut(text, chosen[key])) & wanted[key])
            sides[side] += hit
            good &= hit
            if not hit:
                errors[f"{side}: " + ("no event" if not chosen else "wrong type" if chosen["type"] != g["event"] else "empty" if not chosen[key] else "other words")] += 1
        right_all += good
        if show and not good:
            print(f"{g['event']} | {' + '.join(sources)} > {' + '.join(targets)} | {g['text'].strip()}")
            for e in found:
                print(f"      {e['type']} {cut(text, e['trigger'])}: {cut(text, e['actor']) or '-'} > {cut(text, e['recipient']) or '-'}")
    print("type    " + prf(*[types[0], types[1], types[2]]))
    for side in ("source", "target"):
        print(f"{side:8}words {sides[side] / max(1, sides[side + ' gold']):.3f}  ({sides[side]} of {sides[side + ' gold']})")
    print(f"all     {right_all / len(gold):.3f}  ({right_all} of {len(gold)})")
    print("errors  " + ", ".join(f"{k} {n}" for k, n in errors.most_common()))


def plover_type(code):
    return None if code[:2] == "01" or not code[:2].isdigit() else "RETREAT" if code.startswith("087") else CAMEO.get(code[:2])


def petrarch(path, show):
    raw = open(os.path.join(path, "PETR.UnitTest.records.xml"), encoding="utf-8", errors="replace").read()
    records = []
    for block in re.findall(r"<Sentence .*?</Sentence>", re.sub(r"<!--.*?-->", "", raw, flags=re.S), re.S):
        text = re.search(r"<Text>(.*?)</Text>", block, re.S)
        if text:
            kinds = {plover_type(c) for c in re.findall(r'eventcode\s*=\s*"(\w+)"', block)} - {None}
            records.append((" ".join(text.group(1).split()), kinds, 'noevents' in block))
    rows = annotate([{"id": f"{i}", "text": t} for i, (t, _, _) in enumerate(records)])
    right = predicted = gold = silent = none = 0
    for (text, kinds, empty), row in zip(records, rows):
        found = {e["type"] for e in row["events"]}
        if empty:
            none += 1
            silent += not found
            continue
        if not kinds:
            continue
        right += len(kinds & found)
        predicted += len(found)
        gold += len(kinds)
        if show and not kinds <= found:
            print(f"{sorted(kinds)} {sorted(found)} | {text}")
    print("type    " + prf(right, predicted, gold))
    print(f"none    {silent} of {none}")


def meantime(path, show):
    documents = []
    for file in sorted(glob.glob(os.path.join(path, "intra-doc_annotation", "*", "*.xml"))) or sorted(glob.glob(os.path.join(path, "**", "*.xml"), recursive=True)):
        root = ET.parse(file).getroot()
        text, spans, last = "", {}, 0
        for t in root.iter("token"):
            text += ("" if not text else "\n\n" if int(t.get("sentence")) != last else " ")
            last = int(t.get("sentence"))
            spans[t.get("t_id")] = (len(text), len(text) + len(t.text))
            text += t.text
        marks = {m.get("m_id"): [spans[a.get("t_id")] for a in m.iter("token_anchor")] for m in root.find("Markables")}
        kinds = {m.get("m_id"): m.tag for m in root.find("Markables")}
        same = collections.defaultdict(list)
        for link in root.iter("REFERS_TO"):
            members = [s.get("m_id") for s in link.findall("source")]
            for m in members:
                same[m] += members
        events = {m: {"actor": [], "recipient": []} for m, k in kinds.items() if k == "EVENT_MENTION" and marks[m]}
        for link in root.iter("HAS_PARTICIPANT"):
            source, target, role = link.find("source").get("m_id"), link.find("target").get("m_id"), link.get("sem_role")
            if source in events and marks.get(target):
                key = {"Arg0": "actor", "Arg1": "recipient", "Arg2": "recipient"}.get(role)
                if key:
                    events[source][key] += [marks[m] for m in [target] + same[target] if marks.get(m)]
        documents.append((file, text, marks, events))
    rows = annotate([{"id": str(i), "text": d[1]} for i, d in enumerate(documents)])
    counts, errors = collections.Counter(), collections.Counter()

    def head(mark, text):
        phrase = []
        for s, e in mark:
            w = text[s:e]
            if phrase and w.lower() in ("of", ",", "(", "in", "from", "who", "which", "that", "and", "for", "at", "on", "with"):
                break
            phrase.append(w)
        while len(phrase) > 1 and phrase[-1].lower().rstrip(".") in ("inc", "ltd", "corp", "co", ")", "'s"):
            phrase.pop()
        return phrase[-1].lower().rstrip(".")
    for (file, text, marks, events), row in zip(documents, rows):
        by_start = {m: (marks[m][0][0], marks[m][-1][1]) for m in events}
        counts["gold events"] += len(events)
        last_gold = max((t for _, t in by_start.values()), default=0)
        for e in row["events"]:
            if e["trigger"][0] > last_gold:
                continue
            counts["found events"] += 1
            gold = next((events[m] for m, (s, t) in by_start.items() if s < e["trigger"][1] and e["trigger"][0] < t), None)
            if gold is None:
                counts["unmatched"] += 1
                continue
            counts["both"] += 1
            for key in ("actor", "recipient"):
                counts[key + " gold"] += bool(gold[key])
                counts[key + " found"] += bool(e[key])
                if e[key]:
                    phrase = re.findall(r"[^\W_]+|\S", cut(row["text"], e[key]).lower())
                    hit = any(head(m, text) in phrase for m in gold[key])
                    counts[key] += hit
                    if not hit:
                        errors[f"{key}: " + ("gold empty" if not gold[key] else "other phrase")] += 1
                        if show:
                            s = e["trigger"][0]
                            print(f"{key} {cut(row['text'], e['trigger'])} [{e['type']}]: {cut(row['text'], e[key])!r} gold {[head(m, text) for m in gold[key]]} | {text[max(0, s - 120):s + 120]!r}")
                elif gold[key]:
                    errors[f"{key}: empty"] += 1
    print(f"events  {counts['gold events']} gold, {counts['found events']} found, {counts['both']} in both")
    for key in ("actor", "recipient"):
        print(f"{key:10}" + prf(counts[key], counts[key + " found"], counts[key + " gold"]))
    print("errors  " + ", ".join(f"{k} {n}" for k, n in errors.most_common()))


def re3d(path, show):
    documents = []
    for folder in sorted(glob.glob(os.path.join(path, "*", ""))):
        read = lambda name: [json.loads(line) for line in open(os.path.join(folder, name), encoding="utf-8") if line.strip()]
        entities, relations = collections.defaultdict(list), collections.defaultdict(list)
        for e in read("entities.json"):
            entities[e["documentId"]].append(e["value"])
        for r in read("relations.json"):
            if r["type"] in RELATIONS:
                relations[r["documentId"]].append((RELATIONS[r["type"]], r["source"], r["target"]))
        documents += [(d["_id"], d["text"], entities[d["_id"]], relations[d["_id"]]) for d in read("documents.json")]
    rows = annotate([{"id": d[0], "text": d[1]} for d in documents])
    table = {kind: collections.Counter() for kind in RELATIONS.values()}
    same = {"backs": "allied with", "negotiates with": "meets", "controls": "located at"}
    for (name, text, entities, gold), row in zip(documents, rows):
        marked = set().union(*[words(e) for e in entities]) if entities else set()
        found = [(same.get(r["kind"], r["kind"]), cut(row["text"], r["from"]), cut(row["text"], r["to"])) for r in row.get("relations", [])]
        found = [f for f in found if f[0] in table and words(f[1]) & marked and words(f[2]) & marked]
        unique = {(k,) + tuple(sorted((a, b)) if k in EITHER_WAY else (a, b)) for k, a, b in gold}

        def agree(f, g):
            straight = bool(words(f[1]) & words(g[1])) and bool(words(f[2]) & words(g[2]))
            crossed = bool(words(f[1]) & words(g[2])) and bool(words(f[2]) & words(g[1]))
            return f[0] == g[0] and (straight or crossed and f[0] in EITHER_WAY)
        for f in found:
            table[f[0]]["found"] += 1
            hit = any(agree(f, g) for g in unique)
            table[f[0]]["right found"] += hit
            if show and not hit:
                print(f"wrong   {f}")
        for g in unique:
            table[g[0]]["gold"] += 1
            hit = any(agree(f, g) for f in found)
            table[g[0]]["right"] += hit
            if show and not hit:
                print(f"missed  {g}")
    total = collections.Counter()
    for kind, c in table.items():
        total.update(c)
        report(kind, c)
    report("all", total)


def report(kind, c):
    p, r = c["right found"] / c["found"] if c["found"] else 0.0, c["right"] / c["gold"] if c["gold"] else 0.0
    print(f"{kind:12} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0.0:.3f}  ({c['right']} of {c['gold']} gold, {c['right found']} of {c['found']} found right)")


if __name__ == "__main__":
    plain = [a for a in sys.argv[1:] if a != "--errors"]
    sets = {"plover": plover, "petrarch": petrarch, "meantime": meantime, "re3d": re3d}
    if len(plain) != 2 or plain[0] not in sets:
        sys.exit(__doc__)
    sets[plain[0]](plain[1], "--errors" in sys.argv)
