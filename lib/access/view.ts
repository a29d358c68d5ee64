/** A browser that is signed in. Times in ms since 1970. */
export interface SessionView {
  id: string
  role: 'owner' | 'viewer'
  agent: string | null
  createdAt: number
  usedAt: number
  current: boolean
}

/** Where a setting comes from; null: it is not set. */
export type Source = 'environment' | 'settings' | null

export interface KeyView {
  source: Source
  /** Its last four characters; null: no key. */
  lastFour: string | null
  /** A key was typed in, but the one of the environment counts. */
  hidden: boolean
  /** Where the API is. */
  host: string
}

export interface PasswordView {
  owner: Source
  viewer: Source
  /** Why it can't be taken away: the studio is reached from other machines. */
  needed: boolean
  sessions: SessionView[]
}

export interface HostsView {
  /** Where it listens, and on which addresses it always answers. */
  listens: string
  always: string[]
  environment: string[]
  settings: string[]
  /** A password is set, without which there are no other addresses. */
  mayAdd: boolean
  trustsProxy: boolean
}

/** What came of a change in Settings. */
export type SettingResult = { ok: true } | { ok: false; sentence: string }
