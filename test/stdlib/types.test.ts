import { describe, expect, test } from 'vitest';
import { ancestors, libraryClass, libraryObject, memberOfClass } from '../../src/stdlib/types/library.ts';
import { moduleTypes } from '../../src/stdlib/types/modules.ts';
import { signaturesOf } from '../../src/stdlib/types/signature.ts';
import { substituted, typeOf } from '../../src/stdlib/types/type.ts';

const order = (name: string) => ancestors(libraryClass(name)!).map((one) => one.class.name);

/** Results of the overloads of a library function or method. */
function results(dotted: string): string[] {
  const object = libraryObject(dotted);
  if (object?.kind !== 'member') return [];
  const { member } = object;
  if (member.kind === 'value') return [member.type.text];
  return member.kind === 'function' ? [...new Set(member.signatures.map((one) => one.result.text))] : [];
}

describe('types', () => {
  test('equal texts are one object', () => {
    expect(typeOf('dict[str,list[~T]]')).toBe(typeOf('dict[str,list[~T]]'));
  });

  test('every form', () => {
    const type = typeOf("<(int,&str)|^pathlib.Path|{'a'|1}|-|?|@>");
    expect(type.kind === 'union' && type.items.map(({ kind }) => kind)).toEqual([
      'tuple',
      'type',
      'literal',
      'none',
      'unknown',
      'self',
    ]);
    expect(typeOf('list[int]')).toMatchObject({ kind: 'class', name: 'builtins.list' });
  });

  test('variables are replaced, those without a binding by the unknown', () => {
    expect(substituted(typeOf('dict[~K,~V]'), new Map([['K', 'str']])).text).toBe('dict[str,?]');
  });
});

describe('signatures', () => {
  test('kinds of parameters, defaults, receiver', () => {
    const [first, second] = signaturesOf('(a,/,b=,*c,d:int,**e)str;(!:list[int],*,x=)-');
    expect(first!.parameters.map(({ name, kind, hasDefault }) => [name, kind, hasDefault])).toEqual([
      ['a', 'positional', false],
      ['b', 'normal', true],
      ['c', 'star', false],
      ['d', 'keyword', false],
      ['e', 'doubleStar', false],
    ]);
    expect(second!.receiver!.text).toBe('list[int]');
    expect(second!.parameters.map(({ name, kind }) => [name, kind])).toEqual([['x', 'keyword']]);
  });
});

describe('the library', () => {
  test('names lead through re-exports, submodules, variables and star imports', () => {
    expect(libraryClass('collections.abc.Iterable')!.name).toBe('typing.Iterable');
    expect(libraryClass('threading.Lock')!.name).toBe('_thread.LockType');
    expect(results('os.path.basename')).toEqual(['~AnyStr', '~AnyOrLiteralStr']);
    expect(results('sys.stdout.readline')).toEqual(['~AnyStr']);
    expect(results('asyncio.sleep')).toContain('types.CoroutineType[?,?,~_T]');
    expect(libraryObject('os.no_such_name')).toBeUndefined();
    expect(libraryObject('no_such_module.x')).toBeUndefined();
  });

  test('orders of resolution, as CPython has them', () => {
    expect(order('pathlib.PosixPath').slice(0, 4)).toEqual([
      'pathlib.PosixPath',
      'pathlib.Path',
      'pathlib.PurePosixPath',
      'pathlib.PurePath',
    ]);
    expect(order('collections.OrderedDict').slice(0, 2)).toEqual([
      'collections.OrderedDict',
      'builtins.dict',
    ]);
  });

  test('type arguments of a base in terms of the class', () => {
    const entry = ancestors(libraryClass('collections.Counter')!).find(
      (one) => one.class.name === 'typing.Mapping',
    );
    expect([...entry!.bindings]).toEqual([
      ['_KT', '~_T'],
      ['_VT_co', 'int'],
    ]);
  });

  test('members carry the targets they exist on', () => {
    const lines = moduleTypes('tempfile')!.names.get('NamedTemporaryFile')!;
    expect(lines.map(({ targets }) => targets > 0)).toEqual([true, true]);
    expect(moduleTypes('winreg')!.names.get('OpenKey')![0]!.targets.toString(16)).toBe('ff0000');
  });

  test('Self, properties, class methods and types of aliases', () => {
    expect(results('pathlib.Path.parent')).toEqual(['@']);
    expect(results('pathlib.Path.cwd')).toEqual(['@']);
    expect(results('subprocess.Popen.stdout')).toEqual(['<typing.IO|->']);
    expect(memberOfClass(libraryClass('pathlib.Path')!, 'cwd')!.member).toMatchObject({ binds: 'class' });
  });
});
