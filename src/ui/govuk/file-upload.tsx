import { type Attributes, classes, i18n } from './attributes.ts'
import { FieldGroup, type FieldProps, fieldOf } from './field.tsx'

/** Words of the drop zone, which only stands with script. */
export interface DropZone {
  class?: string
  attributes?: Attributes
  chooseButton?: string
  noFile?: string
  severalFiles?: Record<string, string>
  instruction?: string
  entered?: string
  left?: string
}

export interface FileUploadProps extends FieldProps, Omit<Attributes, 'id' | 'name'> {
  multiple?: boolean
  disabled?: boolean
  accept?: string
  dropZone?: DropZone
}

export const FileUpload = (props: FileUploadProps) => {
  const { id, hasError, describedBy, group, rest: own } = fieldOf(props)
  const { class: extra, dropZone, ...rest } = own
  const control = (
    <input
      class={classes('govuk-file-upload', extra, hasError && 'govuk-file-upload--error')}
      id={id}
      type="file"
      aria-describedby={describedBy}
      {...rest}
    />
  )
  if (!dropZone) return <FieldGroup {...group}>{control}</FieldGroup>
  const words = i18n({
    'choose-files-button': dropZone.chooseButton,
    'no-file-chosen': dropZone.noFile,
    'multiple-files-chosen': dropZone.severalFiles,
    'drop-instruction': dropZone.instruction,
    'entered-drop-zone': dropZone.entered,
    'left-drop-zone': dropZone.left,
  })
  return (
    <FieldGroup {...group}>
      <div
        class={classes('govuk-file-upload-wrapper', dropZone.class)}
        data-module="govuk-file-upload"
        {...words}
        {...dropZone.attributes}
      >
        {control}
      </div>
    </FieldGroup>
  )
}
