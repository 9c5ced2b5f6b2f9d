import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { maySeeProblem, ProblemLink } from '#features/problems/index.ts'
import { type Actor, hasDuty } from '#plumbing/actor.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, formatMoment, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { Quoted, SectionHeading } from '#ui/section.tsx'
import {
  answersUntil,
  days,
  decidesFor,
  mayUndo,
  mergePath,
  notShown,
  type Side,
  type Sides,
  sides as sideNames,
  stateWords,
  undoUntil,
} from '../merge.ts'
import type { Answer, Merge } from '../merge-queries.ts'

interface MergePageProps {
  merge: Merge
  sides: Sides
  answers: Answer[]
  officers: Map<string, PersonName>
  actor: Actor
  /** Whether owners can still answer. */
  isOpen: boolean
  canBeUndone: boolean
  form: FormState
}

const roles: Record<Side, string> = { goes: 'Goes into the other', stays: 'Stays' }

/** One proposal to merge two problems: both of them, why, what was said to it, and what one can do. */
export const MergePage = (props: MergePageProps) => {
  const { merge, sides, answers, officers, actor } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Are these the same problem?</h1>
        {sideNames.map(side => {
          const { problem, owner } = sides[side]
          const isSeen = maySeeProblem(actor, problem)
          return (
            <section>
              <SectionHeading lead={roles[side]}>
                {isSeen ? <ProblemLink title={problem.title} slug={problem.slug!} /> : notShown}
              </SectionHeading>
              <MetaLine
                who={<OrganisationLink {...problem.organisation} />}
                items={[
                  owner.id !== problem.organisation.id && `${owner.name} took over from it`,
                  problem.service,
                ]}
              />
              {isSeen && <Paragraphs text={problem.happens} />}
            </section>
          )
        })}
        <section>
          <SectionHeading>Why they are the same</SectionHeading>
          <Quoted>
            <Paragraphs text={merge.reason} />
          </Quoted>
          <p class="govuk-body">
            Proposed by <OfficerName person={officers.get(merge.proposed_by ?? '')} />, a curator, on{' '}
            {formatMoment(merge.proposed_at)}.
          </p>
        </section>
        {answers.length > 0 && (
          <section>
            <SectionHeading>What the owners said</SectionHeading>
            {answers.map(answer => (
              <SaidAnswer answer={answer} officers={officers} />
            ))}
          </section>
        )}
        {merge.undo_reason && (
          <section>
            <SectionHeading>Why it was undone</SectionHeading>
            <Quoted>
              <Paragraphs text={merge.undo_reason} />
            </Quoted>
            <p class="govuk-body">
              Undone by <OfficerName person={officers.get(merge.undone_by ?? '')} />,{' '}
              {merge.undone_for ? 'for an owner' : 'as a curator'}, on {formatMoment(merge.undone_at!)}.
            </p>
          </section>
        )}
        {props.isOpen && <Answering {...props} />}
        {props.canBeUndone && mayUndo(actor, sides) && <Undoing {...props} />}
      </Column>
      <Column share="one-third">
        <Aside title="This proposal">
          <FactPairs
            facts={[
              ['Where it stands', stateWords[merge.state]],
              [
                'Can be answered until',
                props.isOpen && formatDate(londonDay(answersUntil(merge.proposed_at))),
              ],
              [
                'Waits for',
                props.isOpen &&
                  sideNames
                    .filter(side => answers.every(answer => answer.side !== side))
                    .map(side => sides[side].owner.name)
                    .filter((name, at, names) => names.indexOf(name) === at)
                    .join(' and '),
              ],
              ['Ended', merge.ended_at && formatDate(londonDay(merge.ended_at))],
              ['Can be undone until', props.canBeUndone && formatDate(londonDay(undoUntil(merge.ended_at!)))],
            ]}
          />
          {props.isOpen && hasDuty(actor, 'curator') && (
            <ButtonForm action={`${mergePath(merge.id)}/withdrawal`} look="secondary">
              Take the proposal back
            </ButtonForm>
          )}
        </Aside>
        {props.isOpen && <WhatHappens />}
      </Column>
    </Row>
  )
}

const SaidAnswer = ({ answer, officers }: { answer: Answer; officers: Map<string, PersonName> }) => (
  <>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong>
        {answer.organisation} said {answer.says}
      </strong>
      , by <OfficerName person={officers.get(answer.answered_by ?? '')} /> on{' '}
      {formatMoment(answer.answered_at)}
      {answer.reason ? ':' : '.'}
    </p>
    {answer.reason && (
      <Quoted>
        <Paragraphs text={answer.reason} />
      </Quoted>
    )}
  </>
)

const WhatHappens = () => (
  <Aside title="If both say yes">
    <ul class="govuk-list govuk-list--bullet">
      <li>What organisations said of either is counted once for each, on the problem that stays.</li>
      <li>Projects about either are found there.</li>
      <li>The other keeps its address, words and history, and leads there.</li>
      <li>For {days} days either owner, or a curator, can undo it.</li>
    </ul>
  </Aside>
)

/** For who decides for an owner that has not answered; others of an owner read who does. */
const Answering = ({ merge, sides, answers, actor, form }: MergePageProps) => {
  const waiting = sideNames.filter(side => answers.every(answer => answer.side !== side))
  const own = waiting.filter(side => decidesFor(actor, sides[side].owner))
  const says = choiceIn(form, 'says')
  const unspoken = waiting.filter(side => !sides[side].owner.hasPeople).map(side => sides[side].owner.name)
  return (
    <section>
      {own.length > 0 ? (
        <>
          <SectionHeading>Your answer</SectionHeading>
          <PostForm action={`${mergePath(merge.id)}/answers`}>
            <Radios
              {...says.field}
              fieldset={{
                legend: `What does ${sides[own[0]!].owner.name} say?`,
                legendClass: 'govuk-fieldset__legend--s',
              }}
              hint="You answer once."
              items={[
                { value: 'yes', label: 'Yes, they are the same problem', checked: says.isChosen('yes') },
                {
                  value: 'no',
                  label: 'No, they are not',
                  checked: says.isChosen('no'),
                },
              ]}
            />
            <Textarea
              {...fieldIn(form, 'reason')}
              label="If not, what differs?"
              hint="The other owner and curators read this."
              rows={3}
            />
            <Button>Send the answer</Button>
          </PostForm>
        </>
      ) : (
        <p class="govuk-body">
          {unspoken.length > 0
            ? `Nobody speaks for ${[...new Set(unspoken)].join(' or ')} on Pipeline yet, so nobody can answer for them.`
            : `A lead of ${[...new Set(waiting.map(side => sides[side].owner.name))].join(', and one of ')} answers this; where there is none, anyone who speaks for it.`}
        </p>
      )}
    </section>
  )
}

const Undoing = ({ merge, form }: MergePageProps) => (
  <section>
    <SectionHeading>Undo it</SectionHeading>
    <p class="govuk-body">
      Both problems then stand for themselves again, with what was said of each. What was written since stays
      where it was written.
    </p>
    <PostForm action={`${mergePath(merge.id)}/undoing`}>
      <Textarea {...fieldIn(form, 'undo')} label="Why are they not the same?" rows={3} />
      <Button class="govuk-button--warning">Undo the merge</Button>
    </PostForm>
  </section>
)
