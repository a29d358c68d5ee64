/** What stands beside a sum that is without some amounts: ` + 2 of unknown price`; nothing where all are known. */
export const unknownWords = (unknown: number) =>
  unknown === 0 ? '' : ` + ${unknown.toLocaleString('en-US')} of unknown price`
