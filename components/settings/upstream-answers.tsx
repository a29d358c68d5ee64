import type { ReactNode } from 'react'
import { sinceWords, statusWords, tookWords } from '@/components/settings/system-words'
import type { SystemView } from '@/lib/system/view'

type Answer = SystemView['upstream']['answers'][number]

/** The last answer to each kind of call. */
export function UpstreamAnswers({ answers, now }: { answers: readonly Answer[]; now: number }) {
  if (answers.length === 0) return <p className="text-ink-2">Nothing was asked since the studio started.</p>
  return (
    <table className="w-full max-w-3xl text-left">
      <thead className="text-ink-2 text-small">
        <tr className="border-line border-b">
          <Name>Call</Name>
          <Name>Answer</Name>
          <Name>When</Name>
          <Name wide>Took</Name>
          <Name wide>Last trouble</Name>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <Row key={answer.call} answer={answer} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ answer: { call, status, at, tookMs, trouble }, now }: { answer: Answer; now: number }) {
  return (
    <tr className="border-line border-b align-baseline">
      <th scope="row" className="py-1.5 pr-4 font-normal [overflow-wrap:anywhere]">
        {call}
      </th>
      <td className="whitespace-nowrap py-1.5 pr-4">{statusWords(status)}</td>
      <td className="whitespace-nowrap py-1.5 pr-4 text-ink-2">{sinceWords(at, now)}</td>
      <td className="whitespace-nowrap py-1.5 pr-4 text-ink-2 max-md:hidden">{tookWords(tookMs)}</td>
      <td className="whitespace-nowrap py-1.5 text-ink-2 max-md:hidden">
        {trouble ? `${statusWords(trouble.status)}, ${sinceWords(trouble.at, now)}` : 'None'}
      </td>
    </tr>
  )
}

function Name({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <th scope="col" className={`py-1.5 pr-4 font-normal ${wide ? 'max-md:hidden' : ''}`}>
      {children}
    </th>
  )
}
