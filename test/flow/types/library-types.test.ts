import { expect, test } from 'vitest';
import { solve } from '../../../src/flow/analyse.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import { calleeName } from '../../../src/flow/graph/callee-names.ts';
import { link } from '../../../src/link/link.ts';
import { LineTable } from '../../../src/model/line-table.ts';
import { linkInputs, TABLE } from '../programs.ts';

/** Names of what each line of a program calls, in order. */
function calleesByLine(text: string): Map<number, string[]> {
  const f: Flow = solve(link(linkInputs({ 'main.py': text })), TABLE);
  const lines = new LineTable(text);
  const found = new Map<number, string[]>();
  for (const activation of f.p.activations.all) {
    f.p.edges.each(activation, (op, tokens) => {
      const { facts } = activation.file;
      const { line } = lines.region({ from: facts.atFrom[op]!, to: facts.atTo[op]! });
      const names = tokens.map((token) => calleeName(f, token) ?? '');
      found.set(line, [...(found.get(line) ?? []), ...names]);
    });
  }
  return found;
}

/** Each line says in its comment what it calls besides what is written out. */
const PROGRAM = `
import asyncio, concurrent.futures, os, pathlib, re, subprocess, sys, tempfile
"a".upper().split(",")[0].lower()  # <**PyStr**>.upper <**PyStr**>.split <**PyStr**>.lower
(1).bit_length().bit_count()  # <**PyInt**>.bit_length <**PyInt**>.bit_count
("a" + "b").title()  # <**PyStr**>.title
("%s" % 1).title()  # <**PyStr**>.title
for path in pathlib.Path().iterdir():  # pathlib.Path pathlib.Path.iterdir
    path.parent.joinpath("x").stem.lower()  # pathlib.Path.joinpath <**PyStr**>.lower
(pathlib.Path() / "x").read_text().strip()  # pathlib.Path pathlib.Path.__truediv__ pathlib.Path.read_text <**PyStr**>.strip
with open("f") as text:  # <builtin>.open io.TextIOWrapper.__enter__ io.TextIOWrapper.__exit__
    text.read().strip()  # io.TextIOWrapper.read <**PyStr**>.strip
with open("f", "rb") as data:  # <builtin>.open io.BufferedReader.__enter__ io.BufferedReader.__exit__
    data.read().decode()  # io.BufferedReader.read <**PyBytes**>.decode
with open("f", mode="wb", buffering=0) as raw:  # <builtin>.open io.FileIO.__enter__ io.FileIO.__exit__
    raw.fileno()  # io.FileIO.fileno
with tempfile.TemporaryDirectory() as folder:  # tempfile.TemporaryDirectory tempfile.TemporaryDirectory.__enter__ tempfile.TemporaryDirectory.__exit__
    folder.encode()  # <**PyStr**>.encode
re.match("a", "b").group(1).upper()  # re.match re.Match.group <**PyStr**>.upper
re.match(b"a", b"b").group(1).decode()  # re.match re.Match.group <**PyBytes**>.decode
subprocess.run(["x"], text=True).stdout  # subprocess.run
subprocess.check_output("x").decode()  # subprocess.check_output <**PyBytes**>.decode
subprocess.check_output("x", text=True).upper()  # subprocess.check_output <**PyStr**>.upper
subprocess.Popen("x", text=True).communicate()[0].upper()  # subprocess.Popen subprocess.Popen.communicate <**PyStr**>.upper
sys.argv[1].lower()  # <**PyStr**>.lower
for line in sys.stdin:
    line.rstrip()  # <**PyStr**>.rstrip
root, extension = os.path.splitext("a.b")  # os.path.splitext
extension.lower()  # <**PyStr**>.lower
for where, folders, files in os.walk("."):  # os.walk
    files[0].lower()  # <**PyStr**>.lower
os.environ.get("A").lower()  # os._Environ.get <**PyStr**>.lower
dict(a=b"1").fromkeys("x").keys()  # <builtin>.dict <**PyDict**>.fromkeys <**PyDict**>.keys
class Folder(pathlib.Path):
    def first(self):
        return self.parent.first  # 
Folder("x").with_suffix(".y").first()  # pathlib.Path pathlib.Path.with_suffix main.Folder.first
async def main():
    reader, writer = await asyncio.open_connection()  # asyncio.open_connection
    (await reader.read()).decode()  # asyncio.streams.StreamReader.read <**PyBytes**>.decode
`;

test('results, attributes and elements of library values have their classes', () => {
  const found = calleesByLine(PROGRAM);
  PROGRAM.split('\n').forEach((text, index) => {
    const comment = text.split('# ')[1];
    if (comment === undefined) return;
    const wanted = comment.trim() === '' ? [] : comment.trim().split(' ');
    const actual = [...new Set(found.get(index + 1) ?? [])].filter((name) => name !== '');
    expect([text, ...actual.sort()]).toEqual([text, ...[...new Set(wanted)].sort()]);
  });
});
