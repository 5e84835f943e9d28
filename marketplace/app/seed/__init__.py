"""Demo data: real names of zones and universities, everything else invented and marked 演示."""
