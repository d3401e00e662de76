-- The union's views of what was done at 窓口端末 read the trail as the owner of the tables.
GRANT SELECT ON audit.event TO ${owner};
