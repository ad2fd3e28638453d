"""How often two look-alike stories are told to contradict each other: over all topics of ECB+, the two stories of a topic read as one pile, as if they were one story.

usage: score_false_alarms.py SCORERS DIR [-v]        SCORERS holds crossread_io.py, DIR holds <topic>/<n>_<m>ecb.xml and …ecbplus.xml
An alarm is a difference with the verdict "conflict" whose readings stand in both stories, or a disputed claim
that a report of one story asserts and a report of the other denies. A topic alarms if it has one or more.
Prints the topics that alarm, the number of alarms by kind, and the share of topics; -v prints each alarm.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

sys.path.insert(0, sys.argv[1])
from crossread_io import command, cut  # noqa: E402


def text(path):
    """The sentences of a document, its tokens joined as running text."""
    lines = collections.OrderedDict()
    for token in ET.parse(path).getroot().iter("token"):
        lines.setdefault(int(token.get("sentence")), []).append(token.text or "")
    keep = [" ".join(w) for w in lines.values() if not w[0].startswith(("http", "www"))]
    joined = re.sub(r"(\d) , (\d{3}\b)", r"\1,\2", "\n".join(keep))
    joined = re.sub(r" ([.,;:!?%)\]’”]|n't\b|'(?:s|re|ve|ll|d|m)\b|’(?:s|re|ve|ll|d|m|t)\b)", r"\1", joined)
    joined = re.sub(r"([(\[$£€“‘]) ", r"\1", joined)
    return re.sub(r'" ([^"\n]*?) "', r'"\1"', joined)


alarmed, kinds, topics = [], collections.Counter(), sorted((d for d in os.listdir(sys.argv[2]) if d.isdigit()), key=int)
for topic in topics:
    with tempfile.TemporaryDirectory() as folder:
        for path in glob.glob(os.path.join(sys.argv[2], topic, "*.xml")):
            name = os.path.splitext(os.path.basename(path))[0] + ".txt"
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(text(path))
        files = sorted(os.path.join(folder, n) for n in os.listdir(folder))
        # Status 2 says that some report was not analysed: one is not in English.
        story = json.loads(subprocess.run(command() + ["read", "--as", "json"] + files, capture_output=True, check=False).stdout.decode("utf-8"))
    reports = {r["id"]: r for r in story["reports"]}
    side = lambda r: "plus" in os.path.basename(reports[r]["file"])
    shown = lambda e: f"{os.path.basename(reports[e['report']]['file'])}: " + cut(reports[e["report"]]["text"], e["span"]).replace("\n", " ")[:150]
    found = []
    for d in story["differences"]:
        if d["verdict"] == "conflict" and len({side(r["report"]) for r in d["readings"]}) == 2:
            found.append((d["kind"], d["about"] + " " + (d.get("because") or ""), [str(r["value"]) + " | " + shown(r) for r in d["readings"]]))
    for c in story["claims"]:
        says = lambda which: {side(a["report"]) for a in c["accounts"] if a["side"] == which}
        if c["standing"] == "disputed" and any((not s) in says("denies") for s in says("asserts")):
            found.append(("claim", c["about"], [a["side"] + " | " + shown(a) for a in c["accounts"]]))
    kinds.update(k for k, _, _ in found)
    if found:
        alarmed.append(topic)
    if "-v" in sys.argv:
        for kind, about, lines in found:
            print(f"topic {topic}, {kind}: {about}")
            for line in lines:
                print(f"    {line}")
print(f"topics that alarm: {' '.join(alarmed) or 'none'}")
print("alarms by kind: " + (", ".join(f"{k} {n}" for k, n in sorted(kinds.items())) or "none"))
print(f"TOTAL {len(alarmed)} of {len(topics)} topics, {len(alarmed) / len(topics):.3f}")
