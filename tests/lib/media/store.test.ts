import { existsSync } from 'node:fs'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { derivativePath } from '@/lib/media/derivative'
import { quarantine, quarantinePath, removeReceived } from '@/lib/media/quarantine'
import { clipPath, removeFile, storeClip } from '@/lib/media/store'
import { freshFolder, receiveAll } from '@/tests/support/media-folder'

const BYTES = new TextEncoder().encode('a clip, as far as these rooms know')

describe('storing', () => {
  test('gives the file the name of its hash', async () => {
    const folder = await freshFolder()
    const received = await receiveAll(folder, BYTES)
    const { path } = await storeClip(received, folder)
    expect(path).toBe(join(folder.clips, `${received.hash}.mp4`))
    expect(await readdir(folder.clips)).toEqual([`${received.hash}.mp4`])
  })

  test('the same clip twice is one file', async () => {
    const folder = await freshFolder()
    const [one, two] = [await receiveAll(folder, BYTES, 'job-1'), await receiveAll(folder, BYTES, 'job-2')]
    expect(await storeClip(one, folder)).toEqual(await storeClip(two, folder))
    expect(await readdir(folder.clips)).toEqual([`${one.hash}.mp4`])
  })

  test('a file there that is too short is replaced', async () => {
    const folder = await freshFolder()
    const received = await receiveAll(folder, BYTES)
    await writeFile(clipPath(folder, received.hash), 'a cl')
    const { path } = await storeClip(received, folder)
    expect(new Uint8Array(await readFile(path))).toEqual(BYTES)
  })

  test('a link there is replaced, and what it points to stays as it is', async () => {
    const folder = await freshFolder()
    const received = await receiveAll(folder, BYTES)
    const elsewhere = join(folder.root, 'elsewhere')
    await writeFile(elsewhere, new Uint8Array(BYTES.length))
    await symlink(elsewhere, clipPath(folder, received.hash))
    await storeClip(received, folder)
    expect(new Uint8Array(await readFile(elsewhere))).toEqual(new Uint8Array(BYTES.length))
    expect(new Uint8Array(await readFile(clipPath(folder, received.hash)))).toEqual(BYTES)
  })

  test('can be repeated after the process died in between', async () => {
    const folder = await freshFolder()
    await storeClip(await receiveAll(folder, BYTES), folder)
    const again = await receiveAll(folder, BYTES)
    await storeClip(again, folder)
    expect(await readdir(folder.clips)).toEqual([`${again.hash}.mp4`])
  })
})

test('what never passes is kept as received, the last attempt only', async () => {
  const folder = await freshFolder()
  await quarantine(folder, 'job-1', (await receiveAll(folder, BYTES.subarray(1))).path)
  const { path } = await quarantine(folder, 'job-1', (await receiveAll(folder, BYTES)).path)
  expect(path).toBe(quarantinePath(folder, 'job-1'))
  expect(new Uint8Array(await readFile(path))).toEqual(BYTES)
  expect(await readdir(folder.clips)).toEqual([])
  await removeReceived(folder, 'job-1')
  expect(await readdir(folder.quarantine)).toEqual([])
})

test('removing a clip takes its poster and previews along, and may be repeated', async () => {
  const folder = await freshFolder()
  const { hash } = await receiveAll(folder, BYTES)
  const files = [
    clipPath(folder, hash),
    derivativePath(folder, hash, { kind: 'poster', mime: 'image/webp' }) ?? '',
    derivativePath(folder, hash, { kind: 'preview', mime: 'video/webm' }) ?? '',
  ]
  for (const file of files) await writeFile(file, 'x')
  await removeFile(folder, { hash, mime: 'video/mp4' })
  await removeFile(folder, { hash, mime: 'video/mp4' })
  expect(files.filter((file) => existsSync(file))).toEqual([])
})

describe('names that are no hash reach no file', () => {
  const hash = 'a'.repeat(64)
  test.each([
    '../../etc/passwd',
    `../${hash}`,
    `${hash}/../../x`,
    hash.toUpperCase(),
    `${hash}\0`,
    `${hash}\n`,
    hash.slice(1),
    `${hash}a`,
    '..%2f..%2fetc%2fpasswd',
    'C:\\windows',
    '',
  ])('%j', async (name) => {
    const folder = await freshFolder()
    const refused = expect.objectContaining({ code: 'bad-name' })
    expect(() => clipPath(folder, name)).toThrow(refused)
    expect(() => derivativePath(folder, name, { kind: 'poster', mime: 'image/webp' })).toThrow(refused)
    await expect(removeFile(folder, { hash: name, mime: 'video/mp4' })).rejects.toEqual(refused)
  })
})
