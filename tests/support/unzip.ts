import { spawnSync } from 'node:child_process'
import { open } from 'node:fs/promises'
import { fromFdPromise } from 'yauzl'

/** What an archive holds: each name with its content, in its order. */
export async function unzipAll(path: string): Promise<Map<string, Buffer>> {
  const handle = await open(path, 'r')
  try {
    const zip = await fromFdPromise(handle.fd, { autoClose: false })
    const files = new Map<string, Buffer>()
    for await (const entry of zip.eachEntry()) {
      const pieces: Buffer[] = []
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
      files.set(entry.fileName, Buffer.concat(pieces))
    }
    return files
  } finally {
    await handle.close()
  }
}

/** What each zip tool of this machine says of an archive: null is a pass. None is installed everywhere. */
export function testedByTools(path: string): { tool: string; complaint: string | null }[] {
  const tools: [string, string[]][] = [
    ['unzip', ['-tqq', path]],
    ['python3', ['-m', 'zipfile', '-t', path]],
    ['7z', ['t', path]],
    ['bsdtar', ['-tf', path]],
  ]
  return tools.flatMap(([tool, args]) => {
    const { status, error, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
    if (error) return []
    return [{ tool, complaint: status === 0 ? null : `${stdout}${stderr}` }]
  })
}
