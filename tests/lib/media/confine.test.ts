import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { confined, confinementOf } from '@/lib/media/confine'
import { openPicture } from '@/lib/media/picture'

// What a tool that a file has taken over could do: a shell stands in for it.

const SHELL = '/bin/bash'
const by = await confinementOf(SHELL)
const execute = promisify(execFile)

const folder = mkdtempSync(join(tmpdir(), 'squero-confine-'))
const put = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const [reads, writes, secret] = [put('read.mp4', 'clip'), put('write.mp4', ''), put('settings.json', 'key')]

/** What the words print in the box or under the limits; its error where it fails. */
async function says(words: string, confinement = by, bounds = { reads, writes, cpuSeconds: 10 }): Promise<string> {
  const [first = '', ...rest] = confined([SHELL, '-c', words], confinement, bounds)
  return execute(first, rest, { timeout: 20_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => 'failed',
  )
}

const box = { bwrap: true, prlimit: false }

describe.skipIf(!by.bwrap)('in its box (skipped where bwrap is missing or forbidden) a tool', () => {
  test('reads the file it is given, and no other', async () => {
    expect(await says(`cat ${reads}`, box)).toBe('clip')
    expect(await says(`cat ${secret}`, box)).toBe('failed')
    expect(await says('cat /etc/passwd', box)).toBe('failed')
    expect(await says(`ls ${folder}`, box)).toBe('read.mp4\nwrite.mp4')
  })

  test('writes the file it is given, and no other', async () => {
    expect(await says(`echo made > ${writes}; echo spoilt > ${reads}; echo more > ${folder}/more`, box)).toBe('failed')
    expect(await says('echo more > /usr/bin/more', box)).toBe('failed')
    expect([readFileSync(writes, 'utf8'), readFileSync(reads, 'utf8')]).toEqual(['made\n', 'clip'])
    expect(() => readFileSync(join(folder, 'more'))).toThrow('ENOENT')
  })

  test('has no network and sees no other process', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const dial = `exec 3<>/dev/tcp/127.0.0.1/${(server.address() as AddressInfo).port} && echo open`
    expect(await says(dial, { bwrap: false, prlimit: false })).toBe('open')
    expect(await says(dial, box)).toBe('failed')
    expect(await says(`kill -0 ${process.pid}`, { bwrap: false, prlimit: false })).toBe('')
    expect(await says(`kill -0 ${process.pid}`, box)).toBe('failed')
    server.close()
  })

  test.skipIf(process.getuid?.() !== 0)(
    'sees no library that lies among the system’s programs (needs root)',
    async () => {
      const place = mkdtempSync('/usr/local/squero-confine-')
      const [clip, kept] = ['clip.mp4', 'settings.json'].map((name) => join(place, name))
      for (const path of [clip, kept]) writeFileSync(path ?? '', 'content')
      const bounds = { reads: clip ?? '', writes, cpuSeconds: 10 }
      expect(await says(`cat ${kept}`, box, bounds)).toBe('content')
      vi.stubEnv('SQUERO_DATA_DIR', place)
      expect(await says(`cat ${clip}`, box, bounds)).toBe('content')
      expect(await says(`cat ${kept}`, box, bounds)).toBe('failed')
      vi.unstubAllEnvs()
      rmSync(place, { recursive: true })
    },
  )

  test('does not outlive a kill', async () => {
    const line = confined([SHELL, '-c', `while sleep 0.05; do echo on >> ${writes}; done`], by, {
      writes,
      cpuSeconds: 10,
    })
    const child = execFile(line[0] ?? '', line.slice(1))
    await expect.poll(() => readFileSync(writes, 'utf8')).toContain('on')
    child.kill('SIGKILL')
    await sleep(200)
    const then = readFileSync(writes, 'utf8')
    await sleep(300)
    expect(readFileSync(writes, 'utf8')).toBe(then)
  })
})

describe.skipIf(!by.prlimit)('under its limits (skipped where there is no prlimit) a tool', () => {
  const limits = { bwrap: false, prlimit: true }

  test.skipIf(totalmem() < 6e9)('gets no more memory (skipped where there is little of it)', async () => {
    const take = 'dd if=/dev/null of=/dev/null bs=3500M count=1 2>/dev/null && echo taken'
    expect(await says(take, { bwrap: false, prlimit: false })).toBe('taken')
    expect(await says(take, limits)).toBe('failed')
  })

  test('writes no larger file', async () => {
    const write = (megabytes: number) => `dd if=/dev/zero of=${writes} bs=1M seek=${megabytes} count=1 2>/dev/null`
    expect(await says(`${write(2000)} && echo written`, limits)).toBe('written')
    expect(await says(`${write(2048)} && echo written`, limits)).toBe('failed')
  })

  test('gets no more CPU time', async () => {
    expect(await says('while :; do :; done', limits, { reads, writes, cpuSeconds: 1 })).toBe('failed')
  })
})

test('pictures of other kinds are not read, whatever they are called', async () => {
  const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
  for (const form of ['png', 'jpeg', 'webp', 'gif'] as const) {
    const path = put(`taken.${form}`, '')
    writeFileSync(path, await blank.clone()[form]().toBuffer())
    expect(await openPicture(path).toBuffer()).toBeInstanceOf(Buffer)
  }
  for (const form of ['tiff', 'avif'] as const) {
    const path = put('other.png', '')
    writeFileSync(path, await blank.clone()[form]().toBuffer())
    await expect(openPicture(path).toBuffer()).rejects.toThrow('unsupported image format')
  }
  const drawing = put('drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
  await expect(openPicture(drawing).toBuffer()).rejects.toThrow('unsupported image format')
})
