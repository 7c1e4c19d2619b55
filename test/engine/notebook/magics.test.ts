import { describe, expect, it } from 'vitest';
import { magicLine, wholeCell } from '../../../src/engine/notebook/magics.ts';

const text = (line: string) => {
  const magic = magicLine(line);
  return magic && ('text' in magic ? magic.text : { unknown: magic.unknown });
};

describe('a line', () => {
  it.each([
    ['!ls -l', 'get_ipython().system("ls -l")'],
    ['    !rm $f', '    get_ipython().system(get_ipython().var_expand("rm $f"))'],
    ['!!date', 'get_ipython().getoutput("date")'],
    ['!a \\\n  b', 'get_ipython().system("a    b")'],
    ["!echo 'é\"'", 'get_ipython().system("echo \'\\u00e9\\"\'")'],
    ['files = !ls {d}', 'files = get_ipython().getoutput(get_ipython().var_expand("ls {d}"))'],
    ['a, b = %sx ls', 'a, b = get_ipython().getoutput("ls")'],
    ['x = %time f()', { unknown: '%time' }],
    ['%pip install x', 'get_ipython().system("pip install x")'],
    ['%cd /tmp', 'get_ipython().chdir("/tmp")'],
    ['%env A=b c', 'get_ipython().set_env("A", "b c")'],
    ['%set_env A b', 'get_ipython().set_env("A", "b")'],
    ['%env', ''],
    ['%run -i a.py x', 'exec(open("a.py").read())'],
    ['%load_ext sql', '__import__("sql")'],
    ['%time os.remove(p)', 'os.remove(p)'],
    ['  %timeit -n 10 -r3 f(1)', '  f(1)'],
    ['%matplotlib inline', 'pass'],
    ['%sql select', { unknown: '%sql' }],
    ['os.path?', 'pass'],
    ['??os', 'pass'],
    ['%cd?', 'pass'],
  ])('%j becomes %j', (line, expected) => {
    expect(text(line)).toEqual(expected === '' ? 'pass' : expected);
  });

  it.each(['x % y', 'x != y', 'x %= 2', 'x = y % 2', '# !ls', "print('?')", 'd[a] = b', '', '"%s" % a'])(
    '%j is Python',
    (line) => expect(magicLine(line)).toBeUndefined(),
  );
});

describe('a cell', () => {
  it.each([
    ['%%bash', { code: 'get_ipython().run_script("bash")' }],
    ['%%script ruby -w', { code: 'get_ipython().run_script("ruby -w")' }],
    ['%%!', { code: 'get_ipython().getoutput("body")' }],
    ['%%writefile -a x.py', { code: `get_ipython().write_file("x.py", 'a')` }],
    ['%%html', { code: '' }],
    ['%%timeit -n 1', 'python'],
    ['%%sql', { unknown: '%%sql' }],
    ['%time f()', undefined],
    ['import os', undefined],
  ])('%j', (first, expected) => expect(wholeCell(first, 'body')).toEqual(expected));
});
