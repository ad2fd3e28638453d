// Benchmarks of the library's stages.
return 0;
