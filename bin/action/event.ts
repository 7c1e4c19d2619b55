/** What of GitHub's event matters here. */
export interface Event {
  /** Commit that a pull request would be merged into; undefined for other events. */
  readonly base?: string;
  /** The pull request comes from another repository: its token may read only. */
  readonly fork: boolean;
}

interface Payload {
  readonly pull_request?: {
    readonly base?: { readonly sha?: string };
    readonly head?: { readonly repo?: { readonly fork?: boolean; readonly full_name?: string } | null };
  };
  readonly merge_group?: { readonly base_sha?: string };
  readonly repository?: { readonly full_name?: string };
}

/**
 * Reads the event file (`GITHUB_EVENT_PATH`). The head repository of a deleted fork is null. Source: GitHub's
 * webhook payloads of `pull_request` and `merge_group`.
 */
export function readEvent(json: string): Event {
  const { pull_request: pull, merge_group: group, repository } = JSON.parse(json) as Payload;
  const base = pull?.base?.sha ?? group?.base_sha;
  const head = pull?.head?.repo;
  return {
    ...(base === undefined ? {} : { base }),
    fork: pull !== undefined && (head == null || head.full_name !== repository?.full_name),
  };
}
