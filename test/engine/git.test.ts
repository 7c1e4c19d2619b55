import { describe, expect, it } from 'vitest';
import { gitFacts, originUrl, webUrl } from '../../src/engine/git.ts';
import { MemoryHost } from '../../src/host/memory.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const CONFIG =
  '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:o/r.git\n\tfetch = +x\n[remote "up"]\n\turl = x\n';

describe('what git knows', () => {
  it('reads branch, revision and remote', () => {
    const tree = {
      '.git/HEAD': 'ref: refs/heads/fix/it\n',
      '.git/refs/heads/fix/it': `${A}\n`,
      '.git/config': CONFIG,
      'a/b.py': '',
    };
    expect(gitFacts(new MemoryHost(tree), '/proj/a')).toEqual({
      root: '/proj',
      repository: 'https://github.com/o/r',
      revision: A,
      branch: 'fix/it',
    });
  });

  it('reads packed refs and a detached head', () => {
    const packed = {
      '.git/HEAD': 'ref: refs/heads/main',
      '.git/packed-refs': `# x\n${A} refs/heads/xmain\n${B} refs/heads/main\n^${A}\n`,
    };
    expect(gitFacts(new MemoryHost(packed), '/proj')).toMatchObject({ revision: B, branch: 'main' });
    expect(gitFacts(new MemoryHost({ '.git/HEAD': `${A}\n` }), '/proj')).toEqual({
      root: '/proj',
      revision: A,
    });
  });

  it('reads further work trees and submodules', () => {
    const tree = {
      'main/.git/config': CONFIG,
      'main/.git/refs/heads/b': B,
      'main/.git/worktrees/wt/HEAD': 'ref: refs/heads/b',
      'main/.git/worktrees/wt/commondir': '../..\n',
      'wt/.git': 'gitdir: /proj/main/.git/worktrees/wt\n',
      'main/sub/.git': 'gitdir: ../.git/modules/sub',
      'main/.git/modules/sub/HEAD': A,
    };
    const host = new MemoryHost(tree);
    expect(gitFacts(host, '/proj/wt')).toMatchObject({
      root: '/proj/wt',
      revision: B,
      branch: 'b',
      repository: 'https://github.com/o/r',
    });
    expect(gitFacts(host, '/proj/main/sub')).toEqual({ root: '/proj/main/sub', revision: A });
  });

  it('leaves out what it cannot read', () => {
    expect(gitFacts(new MemoryHost({}), '/proj')).toBeUndefined();
    expect(gitFacts(new MemoryHost({ '.git/HEAD': 'ref: refs/heads/new' }), '/proj')).toEqual({
      root: '/proj',
      branch: 'new',
    });
    expect(gitFacts(new MemoryHost({ '.git': 'nonsense' }), '/proj')).toEqual({ root: '/proj' });
  });
});

describe('remotes', () => {
  it.each([
    ['https://user:token@github.com/o/r.git', 'https://github.com/o/r'],
    ['https://host:8443/o/r/?x=1#y', 'https://host:8443/o/r'],
    ['http://host/o/r', 'https://host/o/r'],
    ['ssh://git@host:2222/o/r.git', 'https://host/o/r'],
    ['git://host/o/r.git', 'https://host/o/r'],
    ['host:o/r', 'https://host/o/r'],
    ['/srv/git/r.git', undefined],
    ['C:/git/r', undefined],
    ['file:///srv/r', undefined],
    ['../r', undefined],
  ])('%s', (remote, expected) => {
    expect(webUrl(remote)).toBe(expected);
  });

  it('takes the last url of origin', () => {
    expect(originUrl('[remote "origin"]\nurl = "a"\n[x]\nurl=b\n[remote "origin"] \n url = c\n')).toBe('c');
  });
});
