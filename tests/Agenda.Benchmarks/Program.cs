Console.WriteLine("Benchmarks are added with the code that they measure.");
