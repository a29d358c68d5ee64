import * as z from 'zod/mini'

/** The most characters of a tag. */
const LONGEST = 60

/** A tag as a person writes it: one line, without spaces around it or several in a row. */
export const tagName = z.string().check(
  z.overwrite((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
  z.minLength(1, 'A tag needs a name.'),
  z.maxLength(LONGEST, `A tag has ${LONGEST} characters at most.`),
)

/** What two tags must differ in: the name without case, in one form. */
export const foldTag = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en')
