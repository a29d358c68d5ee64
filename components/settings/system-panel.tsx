'use client'

import { useQuery } from '@tanstack/react-query'
import { bytesWords, countWords } from '@/components/generation/words'
import { Fact, FactList } from '@/components/library/fact-list'
import { Remarks } from '@/components/settings/remarks'
import { systemQuery } from '@/components/settings/system-query'
import {
  confinementWords,
  engineWords,
  integrityWords,
  limitWords,
  roomWords,
  waitingWords,
} from '@/components/settings/system-words'
import { UpstreamAnswers } from '@/components/settings/upstream-answers'
import { Section } from '@/components/spending/section'
import type { SystemView } from '@/lib/system/view'

/** How the studio is: what it lacks in words first, then the facts. */
export function SystemPanel({ initial }: { initial: SystemView }) {
  const { data: view, isError } = useQuery(systemQuery(initial))
  return (
    <div className="grid gap-8 text-body">
      {isError ? (
        <Section id="system-remarks" title="No answer">
          <p role="alert">The studio does not answer. Is it still running? Below is how it was.</p>
        </Section>
      ) : (
        <Section id="system-remarks" title={view.ready ? 'Ready' : 'Not ready'}>
          <Remarks remarks={view.remarks} />
        </Section>
      )}
      <Facts view={view} />
      <Section id="system-answers" title="Last answers" note={`from ${view.upstream.host}`}>
        <UpstreamAnswers answers={view.upstream.answers} now={view.now} />
      </Section>
    </div>
  )
}

function Facts({ view: { now, versions, tools, disk, database, engine, upstream } }: { view: SystemView }) {
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
      <FactList title="Engine">
        <Fact name="Last beat">{engineWords(engine, now)}</Fact>
        <Fact name="Waiting">{waitingWords(engine)}</Fact>
      </FactList>
      <FactList title="Limits">
        <Fact name="Sends">{limitWords(upstream.queue)}</Fact>
        <Fact name="Asks">{limitWords(upstream.retrieve)}</Fact>
        <Fact name="Failures">{`${upstream.failures} in half a minute; 20 block the key`}</Fact>
      </FactList>
      <FactList title="Disk">
        <Fact name="Room">{roomWords(disk)}</Fact>
        <Fact name="Media">{`${countWords(disk.files, 'file')}, ${bytesWords(disk.media)}`}</Fact>
      </FactList>
      <FactList title="Database">
        <Fact name="Size">{`${bytesWords(database.bytes)}, ${countWords(database.generations, 'generation')}`}</Fact>
        <Fact name="Integrity">{integrityWords(database.integrity, now)}</Fact>
      </FactList>
      <FactList title="Media tools">
        <Fact name="ffmpeg">{tools.ffmpeg ?? 'Not found'}</Fact>
        {tools.ffmpeg !== null && <Fact name="Held by">{confinementWords(tools.confinement)}</Fact>}
        <Fact name="Pictures">{tools.sharp}</Fact>
      </FactList>
      <FactList title="Versions">
        {versions.map(({ name, version }) => (
          <Fact key={name} name={name}>
            {version}
          </Fact>
        ))}
      </FactList>
    </div>
  )
}
