/** Every React Query key of the studio, so that one part can refresh what another shows. */
export const keys = {
  account: ['account'] as const,
  /** The beginning of every key of generations. */
  everyGeneration: ['generations'] as const,
  board: ['generations', 'board'] as const,
  generation: (id: string) => ['generations', 'one', id] as const,
  /** What an unclear purchase can be judged by. */
  unclear: (id: string) => ['generations', 'one', id, 'unclear'] as const,
  /** The beginning of every library key. */
  libraries: ['library'] as const,
  /** The first page of every list of the library, and its totals. */
  libraryHeads: ['library', 'head'] as const,
  libraryHead: (query: string) => ['library', 'head', query] as const,
  /** What sidebar and filters offer. */
  libraryFacets: ['library', 'facets'] as const,
  facets: (accountId: string | null) => ['library', 'facets', accountId] as const,
  /** All pages of the lists. Apart from `libraries`, because hundreds of pages are never read again at once. */
  libraryLists: ['library pages'] as const,
  libraryList: (query: string) => ['library pages', query] as const,
  /** What the palette finds. */
  paletteClips: (words: string) => ['library', 'palette', words] as const,
  /** The clips that media of the form are chosen from. */
  libraryClips: ['library', null, 'clips'] as const,
  /** How far an archive is, by the name the page gave it. */
  archive: (name: string) => ['archive', 'under-way', name] as const,
  archiveImport: ['archive', 'import'] as const,
  /** What a clip comes from and what was made of it. */
  lineage: (id: string) => ['library', 'lineage', id] as const,
  /** What stands before and after it in what a query finds. */
  beside: (id: string, query: string) => ['library', 'beside', id, query] as const,
  /** The beginning of every key of marks. */
  everyMarks: ['library', 'marks'] as const,
  /** What the person makes of one clip: tags, rating, notes. */
  marks: (id: string) => ['library', 'marks', id] as const,
  /** The beginning of every key of verdicts. */
  everyVerdicts: ['library', 'verdicts'] as const,
  /** How clips that are compared stand. */
  verdicts: (ids: readonly string[]) => ['library', 'verdicts', ...ids] as const,
  models: ['models'] as const,
  /** The beginning of every key of transcripts. */
  transcripts: ['transcripts'] as const,
  transcriptList: (search: string) => ['transcripts', 'list', search] as const,
  transcript: (id: string) => ['transcripts', 'one', id] as const,
  /** Clips that have no poster or preview yet. */
  underived: ['media', 'underived'] as const,
  prices: ['models', 'prices'] as const,
  /** The beginning of every key of the Spending screen. */
  spendings: ['spending'] as const,
  spending: (period: string) => ['spending', 'figures', period] as const,
  ledger: (query: string) => ['spending', 'ledger', query] as const,
  /** How the studio is. */
  system: ['system'] as const,
  everyUpload: ['uploads'] as const,
  uploads: (kind: string) => ['uploads', kind] as const,
  quotes: ['quote'] as const,
  quote: (pricingKey: string) => ['quote', pricingKey] as const,
}
