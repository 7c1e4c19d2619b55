import { expect, test } from 'vitest';
import { link } from '../../src/link/link.ts';
import { linkInput } from '../flow/programs.ts';

test('files stand in order of their paths, those of dependencies last, however they come', () => {
  const inputs = ['b.py', 'a/c.py', 'a.py', 'a/b.py'].map((path) => linkInput(path, `${path[0]} = 1\n`));
  const dependency = { ...linkInput('A.py', ''), isDependency: true as const };
  const paths = (files: typeof inputs) => link(files).files.map((file) => file.path);
  const expected = ['a.py', 'a/b.py', 'a/c.py', 'b.py', 'A.py'];
  expect(paths([...inputs, dependency])).toEqual(expected);
  expect(paths([dependency, ...inputs].reverse())).toEqual(expected);
  expect(link(inputs).names).toEqual(link([...inputs].reverse()).names);
});
