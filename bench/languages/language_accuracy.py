"""Language identifier's accuracy on the translated messages of Debian's packages (gettext catalogues), which are installed on most Debian machines.

usage: language_accuracy.py CROSSREAD [WORDS]     CROSSREAD: the command, e.g. "dotnet run --project src/Crossread.Cli -c Release --no-build --"
Takes the longest messages of each language's catalogues under /usr/share/locale, strings of about WORDS words (default 40), at most 60 a language,
and holds what `crossread clean --as jsonl` says against the catalogue's language.
"""
import glob, json, os, re, shlex, struct, subprocess, sys, tempfile

def messages(path):
    data = open(path, "rb").read()
    if len(data) < 28: return
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    n, o, t = struct.unpack(order + "3I", data[8:20])
    charset = "utf-8"
    rows = []
    for i in range(n):
        ol, oo = struct.unpack(order + "2I", data[o + 8 * i: o + 8 * i + 8]); tl, to = struct.unpack(order + "2I", data[t + 8 * i: t + 8 * i + 8])
        source, text = data[oo:oo + ol], data[to:to + tl]
        if not source:
            m = re.search(rb"charset=([\w-]+)", text); charset = m.group(1).decode() if m else charset
        rows.append((source, text))
    for source, text in rows:
        if source and text != source:
            try: yield text.split(b"\0")[0].decode(charset)
            except (UnicodeDecodeError, LookupError): pass

def main():
    command, words = shlex.split(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40
    wanted = "af ar be bg bn ca cs cy da de el en_GB eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml mr ms my nb ne nl pa pl pt pt_BR ro ru si sk sl sq sr sv sw ta te th tr uk ur vi zh_CN zh_TW".split()
    right, all_, wrong = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for code in wanted:
            texts = []
            for path in sorted(glob.glob(f"/usr/share/locale/{code}/LC_MESSAGES/*.mo")):
                texts += [re.sub(r"\s+", " ", re.sub(r"%[-#0 +\d.*$]*[a-zA-Z]|[<>_&|]|--?[\w-]+", " ", m)) for m in messages(path) if len(m) > 60]
            texts.sort(key=lambda m: (-len(m), m)); texts = texts[:3000:3]
            sample, n = "", 0
            for text in texts:
                sample += text + " "
                size = len(sample.split()) if code not in ("ja", "zh_CN", "zh_TW", "th", "km", "my") else len(sample) // 2
                if size >= words:
                    cut = sample if code in ("ja", "zh_CN", "zh_TW", "th", "km", "my") else " ".join(sample.split()[:words])
                    name = os.path.join(folder, f"{code}.{n}.txt"); open(name, "w", encoding="utf-8").write(cut[:words * 12] + "\n"); files.append((name, code)); sample = ""; n += 1
                    if n == 60: break
        out = ""
        for at in range(0, len(files), 500):
            out += subprocess.run(command + ["clean", "--as", "jsonl", "--quiet"] + [f for f, _ in files[at:at + 500]], capture_output=True).stdout.decode()
        said = {r["file"]: r["language"] for r in map(json.loads, out.splitlines())}
        for name, code in files:
            want = {"nb": "no"}.get(code, code.split("_")[0])
            if name not in said: continue
            all_[want] = all_.get(want, 0) + 1; right[want] = right.get(want, 0) + (said[name] == want)
            if said[name] != want: wrong.setdefault(want, {}).setdefault(said[name], 0); wrong[want][said[name]] += 1
    for code in sorted(all_): print(f"{code} {right[code]}/{all_[code]} {wrong.get(code, '')}")
    print(f"{len(all_)} languages, {sum(all_.values())} texts of about {words} words: {sum(right.values()) / sum(all_.values()):.4f} right")
main()
