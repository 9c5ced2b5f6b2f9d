// First of all modules: govuk-frontend's own refuse to start without these two classes.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
