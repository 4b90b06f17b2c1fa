"""Events and reports in the forms that the field reads."""
