import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** An append-only file of JSON lines. A line is on the disk, fsynced, before `append` returns. */
export class Journal<Line> {
  private readonly descriptor: number
  private written: Line[]

  /** Opens (or makes) the file and reads what it holds; a last line torn by a kill is passed over. */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
    this.written = before.split('\n').flatMap((line) => parsed<Line>(line))
    this.descriptor = openSync(path, 'a')
    if (before !== '' && !before.endsWith('\n')) writeSync(this.descriptor, '\n')
    syncFolder(dirname(path))
  }

  append(line: Line): void {
    writeSync(this.descriptor, `${JSON.stringify(line)}\n`)
    fsyncSync(this.descriptor)
    this.written.push(line)
  }

  lines(): readonly Line[] {
    return this.written
  }

  close(): void {
    closeSync(this.descriptor)
  }
}

function parsed<Line>(text: string): Line[] {
  if (text === '') return []
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

/** Makes the file's name durable too. Windows cannot open a folder for this, and needs it less. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
