-- Analyses may have form 2 from now on (see maker.form): a text is told by what it shares with its original, an analysis by what it shares with one that is known. Those of form 1 stay as they are.
-- Nothing asks for the names of a report.
DROP INDEX named_report;
