/** Something that is not as it must be. */
export interface Finding {
  part: 'database' | 'files' | 'ledger' | 'read model'
  /** A file's path in the data folder, a generation's id, a tally, an entry. */
  about: string
  /** What is wrong with it, and what helps. */
  what: string
  /** It is no fault: what was interrupted, and is put right at the next start. */
  note?: boolean
}
