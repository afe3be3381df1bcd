console.error("gatehouse: no command is available yet.");
process.exitCode = 1;
