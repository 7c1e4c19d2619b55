import { describe, expect, test } from 'vitest';
import { parseTargets } from '../../../src/model/targets.ts';
import { findingsOf } from '../programs.ts';

/** Of each line the confidence of the search for the caller, or nothing. */
const searched = (text: string, targets = '3.11/linux'): string[] =>
  findingsOf({ 'm.py': text }, parseTargets(targets))
    .filter(({ event }) => event === 'sys._getframe' || event === 'object.__getattr__')
    .map(({ line, event, confidence }) => `${line} ${event} ${confidence}`);

describe('log calls look for their caller', () => {
  test.each(['3.8/linux', '3.11/linux', '3.13/linux'])('on %s', (targets) => {
    const text = "import logging\nlog = logging.getLogger(__name__)\nlog.warning('a')\nlog.exception('b')\n";
    expect(searched(text, targets).sort()).toEqual([
      '3 object.__getattr__ medium',
      '3 sys._getframe medium',
      '4 object.__getattr__ medium',
      '4 sys._getframe medium',
    ]);
  });

  test('of debugging seldom: the root logger has the level WARNING', () => {
    const text = "import logging\nlogging.getLogger(__name__).debug('a')\nlogging.debug('b')\n";
    expect(searched(text).sort()).toEqual([
      '2 object.__getattr__ low',
      '2 sys._getframe low',
      '3 object.__getattr__ low',
      '3 sys._getframe low',
    ]);
  });

  test('and then no handler runs', () => {
    const text = "import logging\nlogging.getLogger(__name__).debug('a')\n";
    const opened = findingsOf({ 'm.py': text }, parseTargets('3.11/linux')).filter(
      ({ event }) => event === 'open',
    );
    expect(opened).toEqual([]);
  });

  test('of a level that is an argument nothing is known', () => {
    const text = "import logging\nlogging.log(logging.DEBUG, 'a')\n";
    expect(searched(text).sort()).toEqual(['2 object.__getattr__ medium', '2 sys._getframe medium']);
  });

  test('one step in functions of the library that log', () => {
    const text = "import multiprocessing.util\nmultiprocessing.util.debug('a')\n";
    expect(searched(text).sort()).toEqual(['2 object.__getattr__ medium', '2 sys._getframe medium']);
  });
});
