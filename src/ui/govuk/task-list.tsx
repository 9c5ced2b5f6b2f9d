import type { ComponentChildren } from 'preact'
import { Anchor } from '../link.tsx'
import { type Attributes, classes, type Maybe } from './attributes.ts'

export interface Task {
  title: ComponentChildren
  titleClass?: string
  hint?: ComponentChildren
  /** Words, or a `Tag`. */
  status: ComponentChildren
  statusClass?: string
  href?: string
  class?: string
}

export interface TaskListProps extends Attributes {
  items: Maybe<Task>[]
  idPrefix?: string
}

const Item = ({ task, id }: { task: Task; id: string }) => {
  const hintId = task.hint && `${id}-hint`
  const statusId = `${id}-status`
  return (
    <li class={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <Anchor
            class={classes('govuk-link govuk-task-list__link', task.titleClass)}
            href={task.href}
            aria-describedby={classes(hintId, statusId)}
          >
            {task.title}
          </Anchor>
        ) : (
          <div class={task.titleClass}>{task.title}</div>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', task.statusClass)} id={statusId}>
        {task.status}
      </div>
    </li>
  )
}

export const TaskList = ({ items, idPrefix = 'task-list', class: extra, ...rest }: TaskListProps) => (
  <ul class={classes('govuk-task-list', extra)} {...rest}>
    {items.map((task, index) => task && <Item task={task} id={`${idPrefix}-${index + 1}`} />)}
  </ul>
)
