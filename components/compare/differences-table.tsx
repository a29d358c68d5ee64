import { type Difference, differencesOf } from '@/components/compare/differences'
import type { GenerationView } from '@/lib/generations/view'

/** What differs between the clips, a column for each; nothing that is the same. */
export function Differences({ views }: { views: readonly GenerationView[] }) {
  const differences = differencesOf(views)
  return (
    <section aria-labelledby="differences" className="mt-6">
      <h2 id="differences" className="font-semibold text-body">
        What differs
      </h2>
      {differences.length === 0 ? (
        <p className="mt-1 text-ink-2">Nothing: the same model, the same settings, the same price.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section aria-labelledby="differences" tabIndex={0} className="mt-2 overflow-x-auto">
          <table className="w-full table-fixed border-collapse text-left max-md:w-max max-md:table-auto">
            <thead>
              <tr className="text-ink-2 text-small">
                <th scope="col" className="w-28 py-1 pr-3 font-normal">
                  <span className="sr-only">Fact</span>
                </th>
                {views.map(({ id }, at) => (
                  <th key={id} scope="col" className="py-1 pr-3 font-normal">
                    Clip {at + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <Row key={difference.name} difference={difference} ids={views.map(({ id }) => id)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Row({ difference: { name, values }, ids }: { difference: Difference; ids: readonly string[] }) {
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-1.5 pr-3 font-normal text-ink-2">
        {name}
      </th>
      {values.map((value, at) => (
        <td key={ids[at]} dir="auto" className="break-words py-1.5 pr-3 max-md:max-w-60">
          {value}
        </td>
      ))}
    </tr>
  )
}
