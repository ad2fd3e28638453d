"""Measures Crossread on gold data and holds the figures against floors.json.

usage: measure.py SCORERS GOLD [--update]
SCORERS is the folder of the scorers (score_dates.py …), GOLD the folder of the gold data (timex/, polnear/ …).
Each scorer is run as its first lines say; a set that GOLD lacks is passed over and said. Prints a line a figure: figure, floor, difference.
Exit status 1 if a figure is under its floor. --update raises floors to what was measured, and never lowers one.
Build first: dotnet build src/Crossread.Cli -c Release
"""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.json")

# For each set: scorer, arguments under GOLD, and the figures to read: name, expression with one number.
SETS = {
    "five reports": ("score_seeds.py", [], [("points", r"TOTAL (\d+) of")]),
    "ewt dev": ("score_syntax.py", ["ud/en_ewt-dev.conllu"], [(k, rf"{k} ([\d.]+)") for k in ("UPOS", "XPOS", "lemma", "UAS", "LAS")]),
    "gum dev": ("score_syntax.py", ["ud/en_gum-dev.conllu"], [(k, rf"{k} ([\d.]+)") for k in ("UPOS", "XPOS", "lemma", "UAS", "LAS")]),
    "polnear dev": ("score_statements.py", ["polnear/dev"], [(k + " exact", rf"{k} +exact .*? F1 ([\d.]+)") for k in ("source", "cue", "content")]
                    + [(k + " overlap", rf"{k} +exact .*? F1 .*? F1 ([\d.]+)") for k in ("content", "pair")]),
    "timex": ("score_dates.py", ["timex"], [(k, rf"{k} +P .*? F1 ([\d.]+)") for k in ("strict", "relaxed", "value")]),
    "ecb": ("score_stories.py", ["=ecb", "ecb"], [("B-cubed F1", r"F1 ([\d.]+)"), ("ARI", r"ARI ([\d.]+)")]),
    "basil": ("score_stories.py", ["=basil", "basil/articles"], [("B-cubed F1", r"F1 ([\d.]+)"), ("ARI", r"ARI ([\d.]+)")]),
    "plover": (HERE + "/score_events.py", ["=plover", "plover"], [("type F1", r"type .*? F1 ([\d.]+)"), ("source words", r"source +words ([\d.]+)"), ("target words", r"target +words ([\d.]+)"), ("all", r"all +([\d.]+)")]),
    "meantime events": (HERE + "/score_events.py", ["=meantime", "meantime"], [("actor F1", r"actor .*? F1 ([\d.]+)"), ("recipient F1", r"recipient .*? F1 ([\d.]+)")]),
    "re3d": (HERE + "/score_events.py", ["=re3d", "re3d"], [("relations F1", r"all .*? F1 ([\d.]+)")]),
    "pages": ("score_pages.py", ["pages"], [("segments F", r"segments .*? F ([\d.]+)"), ("title F", r"title +P .*? F ([\d.]+)"), ("date F", r"date +P .*? F ([\d.]+)")]),
}


def main(scorers, gold, update):
    floors = json.load(open(FLOORS, encoding="utf-8"))
    low = []
    for name, (scorer, places, figures) in SETS.items():
        arguments = [p[1:] if p.startswith("=") else os.path.join(gold, p) for p in places]
        if not all(os.path.exists(a) for a, p in zip(arguments, places) if not p.startswith("=")):
            print(f"{name}: not in {gold}")
            continue
        done = subprocess.run([sys.executable, os.path.join(scorers, scorer)] + arguments, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"{name}: {scorer} failed\n{done.stderr[-500:]}")
            low.append(name)
            continue
        for figure, pattern in figures:
            found = re.search(pattern, done.stdout)
            value = float(found.group(1)) if found else 0.0
            floor = floors.get(name, {}).get(figure, 0.0)
            print(f"{name:14} {figure:16} {value:8.4f}  floor {floor:8.4f}  {value - floor:+.4f}", flush=True)
            if value < floor - 0.0005:
                low.append(f"{name} {figure}")
            elif update:
                floors.setdefault(name, {})[figure] = max(value, floor)
    if update:
        with open(FLOORS, "w", encoding="utf-8") as out:
            json.dump(floors, out, indent=2)
            out.write("\n")
    if low:
        sys.exit("under the floor: " + ", ".join(low))


if __name__ == "__main__":
    words = [a for a in sys.argv[1:] if a != "--update"]
    if len(words) != 2:
        sys.exit(__doc__)
    main(words[0], words[1], "--update" in sys.argv)
