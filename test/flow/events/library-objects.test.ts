import { describe, expect, test } from 'vitest';
import { formatTargets, parseTargets } from '../../../src/model/targets.ts';
import { findingsOf } from '../programs.ts';

/** Findings of a program, the event `import` left out: `line event confidence`. */
const raised = (text: string, targets = '3.11/linux'): string[] =>
  findingsOf({ 'm.py': text }, parseTargets(targets))
    .filter(({ event }) => event !== 'import')
    .map(({ line, event, confidence }) => `${line} ${event} ${confidence}`);

describe('subscripts of typing names', () => {
  test('a text in one becomes a forward reference, which is compiled', () => {
    const text = `from typing import Annotated, Dict, Generic, Literal, Optional, TypeVar
T = TypeVar('T')
class G(Generic[T]): pass
a = Optional['X']
b = Dict[str, 'X']
c = Literal['x']
d = Annotated[int, 'x']
e = G['X']
f = list['X']
`;
    expect(raised(text).filter((one) => /^[4-9] compile/.test(one))).toEqual([
      '4 compile medium',
      '5 compile medium',
      '8 compile medium',
    ]);
  });

  test('in annotations only where these are run', () => {
    const text = "from typing import Optional\ndef f(a: Optional['X']): pass\n";
    expect(raised(text)).toEqual(['2 compile medium']);
    expect(raised(`from __future__ import annotations\n${text}`)).toEqual([]);
  });
});

describe('class statements', () => {
  test('named tuples run what makes them; those derived from them do not', () => {
    const text = `from typing import NamedTuple
class P(NamedTuple):
    a: int
class Q(P): pass
`;
    expect(raised(text)).toContain('2 exec medium');
    expect(raised(text).filter((one) => one.startsWith('4 '))).toEqual([]);
  });

  test('typed dicts compile annotations that are texts, also in derived classes', () => {
    const text = `from typing import TypedDict
class A(TypedDict):
    a: int
class B(A):
    b: 'int'
`;
    expect(raised(text)).toEqual(['4 compile medium']);
    expect(raised(`from __future__ import annotations\n${text}`)).toEqual([
      '3 compile medium',
      '5 compile medium',
    ]);
  });

  test('enumerations made by a call look for their module', () => {
    expect(raised("import enum\nenum.Enum('A', 'a')\n", '3.13/linux')).toContain(
      '2 sys._getframemodulename medium',
    );
    const stated = raised('import enum\nclass A(enum.Enum):\n    a = 1\n', '3.13/linux');
    // a subscript in the metaclass is taken for one of typing's: a way that no class goes
    expect(stated.filter((one) => !one.endsWith(' low'))).toEqual(['2 compile medium']);
  });
});

describe('iterators of the library', () => {
  const text = `import os
walk = os.walk('.')

for _ in walk: pass
`;
  test('work where they are iterated', () => {
    expect(raised(text, '3.13/linux')).toEqual(['4 os.scandir medium', '4 os.walk high']);
  });

  test('by version: a function may raise before it gives its generator', () => {
    expect(raised(text, '3.11/linux').map((one) => one.slice(0, 12))).toEqual([
      '2 os.walk hi',
      '4 os.scandir',
    ]);
  });

  test('do nothing where nobody takes them', () => {
    expect(raised("import os\nos.walk('.')\n", '3.13/linux')).toEqual([]);
    const [event] = findingsOf({ 'm.py': "import os\nos.walk('.')\n" }).filter(({ line }) => line === 2);
    expect([event?.event, formatTargets(event!.targets)]).toEqual([
      'os.walk',
      ['3.9-3.11/linux', '3.9-3.11/darwin', '3.9-3.11/win32'],
    ]);
  });

  test('where the call hands them on, it stands for the work', () => {
    expect(raised("import os\nlist(os.walk('.'))\n", '3.13/linux')).toContain('2 os.scandir medium');
  });
});

test('a class is named like its module', () => {
  const text = "import xml.etree.ElementTree\nxml.etree.ElementTree.ElementTree().write('x')\n";
  expect(raised(text).some((one) => one.startsWith('2 open '))).toBe(true);
});

test('a decorator that is made by a call works on the class, whatever the call is given', () => {
  const text = `from dataclasses import dataclass
@dataclass(unsafe_hash=True)
class A:
    a: int
`;
  expect(raised(text).map((one) => one.split(' ').slice(1).join(' '))).toEqual(
    expect.arrayContaining(['exec medium']),
  );
});
