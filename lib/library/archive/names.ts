/**
 * Gives names that no two files of an archive share, on any file system: without a difference of case or of Unicode
 * form. A name that was given before gets a number before its ending.
 */
export function uniqueNames(): (name: string) => string {
  const given = new Set<string>()
  return (name) => {
    const dot = name.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${stem} (${number})${ending}`
      const key = candidate.normalize('NFKC').toLowerCase()
      if (given.has(key)) continue
      given.add(key)
      return candidate
    }
  }
}
