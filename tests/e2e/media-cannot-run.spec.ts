import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '@/tests/support/ask'
import { polyglots, RAN } from '@/tests/support/polyglots'
import { expect, test } from '@/tests/support/story'

// Promise 19: media cannot run or escape. Asked of the production build, from a real browser.

const MARKUP_NAMES = ['a.html', 'a.svg', 'a.mp4', 'a.png', 'a.xhtml', 'a.js', 'a.pdf', '../../a.html', 'a.mp4\0.html']
/** The only types that are ever shown; anything else is saved. */
const TYPES = /^(image\/(png|jpeg|webp|gif)|video\/(mp4|quicktime|webm)|audio\/(wav|mpeg)|application\/pdf|text\/plain)/

test('promise 19: files that are two things at once run nothing', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const files = await polyglots()
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().includes(RAN)) ran.push(request.url())
  })
  const stored: { what: string; hash: string }[] = []
  const violations: string[] = []
  for (const [at, { what, bytes }] of files.entries()) {
    const name = encodeURIComponent(MARKUP_NAMES[at % MARKUP_NAMES.length] ?? '')
    const answer = await page.request.post(`${app.url}/api/uploads?name=${name}`, {
      data: Buffer.from(bytes),
      headers: { origin: app.url, 'content-type': 'text/html' },
    })
    const said: { ok: boolean; sentence?: string } = await answer.json()
    if (said.ok) stored.push({ what, hash: hashOf(bytes) })
    else if (answer.status() >= 500 || !/^[A-Z].*[.)]$/.test(said.sentence ?? ''))
      violations.push(`${what}: ${answer.status()} ${said.sentence}`)
  }
  for (const { what, hash } of stored) {
    for (const path of pathsOf(hash)) {
      const { status, headers } = await ask(app.port, path, { headers: { host: `127.0.0.1:${app.port}` } })
      const locked =
        headers['x-content-type-options'] === 'nosniff' && /^sandbox;/.test(`${headers['content-security-policy']}`)
      const saved = /^attachment/.test(`${headers['content-disposition']}`)
      const plain = status === 404 || saved || TYPES.test(`${headers['content-type']}`)
      if (!locked || !plain) violations.push(`${what}: ${path} ${JSON.stringify(headers)}`)
    }
    // As a page of its own; what can only be saved ends the visit.
    await page.goto(`${app.url}/api/media/${hash}`, { waitUntil: 'load' }).catch(() => null)
  }
  await page.goto(app.url)
  // As a script and as a frame of a page of the studio's own.
  await page.evaluate(
    (paths) =>
      Promise.all(
        paths.flatMap((path) =>
          ['script', 'iframe', 'embed'].map(
            (tag) =>
              new Promise<void>((resolve) => {
                const element = Object.assign(document.createElement(tag), { src: path })
                element.onload = element.onerror = () => resolve()
                document.body.append(element)
                setTimeout(resolve, 2000)
              }),
          ),
        ),
      ),
    stored.map(({ hash }) => `/api/media/${hash}`),
  )
  process.stdout.write(
    `promise 19: ${files.length} files, ${stored.length} taken, ${files.length - stored.length} refused, ${violations.length + ran.length} violations\n`,
  )
  expect(files.length).toBeGreaterThanOrEqual(200)
  // Comments and tags belong to a whole file: such ones are taken.
  expect(stored.length).toBeGreaterThan(30)
  expect(violations).toEqual([])
  expect(ran).toEqual([])
})

test('promise 19: no path and no link leads out of the media folder', async ({ page, start }) => {
  const app = await start()
  writeFileSync(join(app.dataDir, 'canary.txt'), 'canary-of-the-folder')
  const upload = (await polyglots()).find(({ what }) => what === 'a script in png')
  const taken = await page.request.post(`${app.url}/api/uploads?name=a.png`, {
    data: Buffer.from(upload?.bytes ?? []),
    headers: { origin: app.url },
  })
  expect(taken.status()).toBe(200)
  const hash = hashOf(upload?.bytes ?? new Uint8Array())
  const paths = traversals(hash)
  const got: string[] = []
  for (const path of paths) {
    const { status, text } = await ask(app.port, path, { headers: { host: `127.0.0.1:${app.port}` } }).catch(() => ({
      status: 400,
      text: '',
    }))
    if (status === 200 || LEAKS.test(text)) got.push(`${status} ${path}`)
  }
  // A link in the place of the file itself, to what lies beside and far away.
  const places = filesOf(join(app.dataDir, 'media')).filter((path) => path.includes(hash))
  expect(places.length).toBeGreaterThan(0)
  let links = 0
  for (const target of [
    join(app.dataDir, 'canary.txt'),
    join(app.dataDir, 'squero.db'),
    '/etc/passwd',
    '/proc/self/environ',
    '../../canary.txt',
  ]) {
    for (const place of places) {
      rmSync(place)
      symlinkSync(target, place)
      links += 1
    }
    for (const path of pathsOf(hash)) {
      const { status, text } = await ask(app.port, path, { headers: { host: `127.0.0.1:${app.port}` } })
      if (status === 200 || LEAKS.test(text)) got.push(`${status} ${path} -> ${target}`)
    }
    for (const place of places) expect(lstatSync(place).isSymbolicLink()).toBe(true)
  }
  process.stdout.write(`promise 19: ${paths.length} paths, ${links} links, ${got.length} violations\n`)
  expect(paths.length).toBeGreaterThanOrEqual(500)
  expect(got).toEqual([])
})

/** What stands in the files they lead to. */
const LEAKS = /canary-of-the-folder|SQLite format 3|root:.*:0:0:|SQUERO_|"squero"|"dependencies"/

function traversals(hash: string): string[] {
  const ups = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '%252e%252e%252f',
    '..\\',
    '..%5c',
    '....//',
    '..;/',
    '%c0%ae%c0%ae/',
    '.%00./',
    '..%00/',
  ]
  const targets = ['canary.txt', 'squero.db', 'package.json', 'etc/passwd', '.env']
  const deep = [1, 2, 6]
  const tails = [
    ...ups.flatMap((up) => targets.flatMap((target) => deep.map((count) => up.repeat(count) + target))),
    ...[
      '/etc/passwd',
      '%2fetc%2fpasswd',
      'file:///etc/passwd',
      'C:%5cwindows',
      '%00',
      '.',
      '..',
      '~root',
      'canary.txt',
    ],
    ...[`${hash}%00.html`, `${hash}/../../canary.txt`, `${hash}%2f..%2f..%2fcanary.txt`, `${hash}.html`, `${hash} `],
  ]
  const roots = ['/api/media/', '/api/media/received/', '/_next/static/']
  return roots.flatMap((root) => tails.map((tail) => root + tail)).map((path) => path.replaceAll(' ', '%20'))
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Where a file is given out. */
const pathsOf = (hash: string) => ['', '?download=x', '/poster'].map((rest) => `/api/media/${hash}${rest}`)

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
