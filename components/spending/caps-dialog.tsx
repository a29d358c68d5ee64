'use client'

import { useId, useState } from 'react'
import { saveCaps } from '@/app/actions/spending'
import { MoneyField } from '@/components/spending/money-field'
import { useSave } from '@/components/spending/use-save'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { readTyped, typedOf } from '@/lib/generations/spending-typed'
import type { SpendingView } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

/** What may be spent: per day, per generation, from where to ask, and where the days are. It counts at once. */
export function CapsDialog({ view, onClose }: { view: SpendingView; onClose: () => void }) {
  const { rules, timeZone } = view
  const [day, setDay] = useState(typedOf(rules.dayCapMicroUsd))
  const [each, setEach] = useState(typedOf(rules.generationCapMicroUsd))
  const [ask, setAsk] = useState(typedOf(rules.askAboveMicroUsd))
  const [zone, setZone] = useState(timeZone)
  const [checked, setChecked] = useState(false)
  const { save, saving, refusal } = useSave(onClose)
  const typed = { day: readTyped(day), each: readTyped(each), ask: readTyped(ask) }
  const errorOf = (one: ReturnType<typeof readTyped>) => (checked && !one.ok ? one.sentence : null)
  const id = useId()
  return (
    <Dialog
      title="What may be spent"
      save="Save"
      saving={saving}
      refusal={refusal}
      onClose={onClose}
      onSave={() => {
        setChecked(true)
        if (!typed.day.ok || !typed.each.ok || !typed.ask.ok) return
        const caps = {
          dayCapMicroUsd: typed.day.microUsd,
          generationCapMicroUsd: typed.each.microUsd,
          askAboveMicroUsd: typed.ask.microUsd,
          timeZone: zone,
        }
        save(() => saveCaps(caps))
      }}
    >
      <div className="flex flex-col gap-2">
        <MoneyField
          id={`${id}-day`}
          label="Cap for a day"
          hint="empty: no cap"
          value={day}
          error={errorOf(typed.day)}
          onChange={setDay}
        />
        <p className="text-ink-2 text-small">{dayWords(typed.day, view)}</p>
      </div>
      <MoneyField
        id={`${id}-each`}
        label="Cap for one generation"
        hint="empty: no cap"
        value={each}
        error={errorOf(typed.each)}
        onChange={setEach}
      />
      <MoneyField
        id={`${id}-ask`}
        label="Ask me above"
        hint="empty: never"
        value={ask}
        error={errorOf(typed.ask)}
        onChange={setAsk}
      />
      <Field id={`${id}-zone`} label="Days begin at midnight in" htmlFor={`${id}-zone`}>
        <Select
          id={`${id}-zone`}
          value={zone}
          onChange={(event) => setZone(event.target.value)}
          className="h-9 rounded-control border-control-line bg-surface-2 max-md:h-11"
        >
          {zonesWith(timeZone).map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      <p className="text-ink-3 text-small">
        Caps count from the next press of Generate. What was bought before goes on, and its money stays counted.
      </p>
    </Dialog>
  )
}

/** What the day's cap would mean now. */
function dayWords(typed: ReturnType<typeof readTyped>, view: SpendingView): string {
  const { charged, held, uncertain } = view.sums.today
  const spent = charged + held + uncertain
  if (!typed.ok || typed.microUsd === null) return `${formatUsd(spent)} is charged or held today.`
  const left = typed.microUsd - spent
  if (left > 0) return `${formatUsd(spent)} is charged or held today: that leaves ${formatUsd(left)}.`
  return `${formatUsd(spent)} is charged or held today already: nothing new can be bought until midnight.`
}

/** The time zones this browser knows, and the one that is set. */
function zonesWith(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set([current, 'UTC', ...known])].sort()
}
